/** Environment variables by which the playground finds a database. */
export type DbEnv = Record<string, string>;

export type Fill = (env: DbEnv) => Promise<void>;

/** What a suite needs of a database server: a database is made once as a template and copied for every suite. */
export interface Engine {
  env(name: string): DbEnv;
  has(name: string): Promise<boolean>;
  /** Makes an empty database and fills it. A fill that fails leaves nothing behind. */
  build(name: string, fill: Fill): Promise<void>;
  copy(template: string, name: string): Promise<void>;
  drop(name: string): Promise<void>;
}

/** The way of the server databases: create, fill, and drop what didn't get filled. */
export const buildOn = async (
  engine: Pick<Engine, 'env' | 'drop'>,
  create: () => Promise<void>,
  name: string,
  fill: Fill,
): Promise<void> => {
  await create();
  try {
    await fill(engine.env(name));
  } catch (error) {
    await engine.drop(name);
    throw error;
  }
};
