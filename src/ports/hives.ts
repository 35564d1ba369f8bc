/** A registry hive that is loaded below HKEY_LOCAL_MACHINE. */
export interface LoadedHive {
  /** Name of its key there: `{guid}C:/mount/Windows/System32/config/SOFTWARE` is how DISM names one. */
  key: string;
  /** Its file; a path, or what the system itself calls it where that is no path. */
  file: string;
}

/** The hives in the registry of this machine. */
export interface Hives {
  /** All that are loaded, those of this machine too. Throws where the registry cannot be asked. */
  loaded(): Promise<LoadedHive[]>;
  /** Unloads the hive of this key. Throws when something still uses it, or it is none. */
  unload(key: string): Promise<void>;
}

/** Where there is no registry. */
export const noHives: Hives = {
  loaded: async () => [],
  unload: async (key) => {
    throw new Error(`There is no registry here, and no hive ${key} in it.`);
  },
};
