/** By what somebody has proved who he is. */
export const PROOFS = ['password', 'reset', 'magic-link', 'sso', 'mfa'] as const;

export type Proof = (typeof PROOFS)[number];

/** What a session has proved, each with the moment of the last time, in milliseconds. */
export type Proofs = Readonly<Partial<Record<Proof, number>>>;
