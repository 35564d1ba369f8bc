/** Version of the wire contract (schemas/v1), MAJOR.MINOR: a minor step only adds. */
export const formatVersion = '1.0';
