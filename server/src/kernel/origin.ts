/** Through which door something came, and from where. */
export interface Origin {
  readonly door: 'panel' | 'api' | 'graphql' | 'mcp' | 'system';
  readonly ip?: string;
  readonly userAgent?: string;
}
