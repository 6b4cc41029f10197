/** Room on this device as the browser tells it. Adapter to `navigator.storage`; what a browser does not say is undefined. */
export interface DeviceStorage {
  /** Units: bytes; both are estimates of the browser. */
  readonly used: () => Promise<{ readonly used: number; readonly quota: number } | undefined>;
  /** Whether the browser has promised not to clear it by itself. */
  readonly kept: () => Promise<boolean | undefined>;
  /** Asks for that promise. */
  readonly keep: () => Promise<boolean>;
}

/** `manager` is missing where the page is not served safely. */
export function createDeviceStorage(manager: StorageManager | undefined): DeviceStorage {
  const quietly = async <T>(work: (of: StorageManager) => Promise<T>): Promise<T | undefined> => {
    try {
      return manager === undefined ? undefined : await work(manager);
    } catch {
      return undefined;
    }
  };
  return {
    used: () =>
      quietly((of) => of.estimate()).then((found) =>
        found?.usage === undefined || found.quota === undefined ? undefined : { used: found.usage, quota: found.quota },
      ),
    kept: () => quietly((of) => of.persisted()),
    keep: async () => (await quietly((of) => of.persist())) === true,
  };
}
