/** Long work lets others have the event loop now and then: statements of SQLite are over when they return, and give it to nobody. */
export const breathe = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
