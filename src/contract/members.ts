/** What the command line needs to know of one member of a request. */
export interface RequestMember {
  type: 'string' | 'integer' | 'number' | 'boolean' | 'object';
  /** The member is a list; its flag is repeated. */
  list?: true;
  choices?: string[];
  required?: true;
  default?: unknown;
  description: string;
}

export interface RequestMembers {
  /** What the operation does, one sentence. */
  description: string;
  members: Record<string, RequestMember>;
}
