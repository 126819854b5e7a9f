import { z } from 'zod';

const contentType = z.strictObject({ uid: z.string(), displayName: z.string() });

const binding = z.strictObject({
  type: contentType,
  feature: z.string(),
  kind: z.enum(['record', 'detail', 'run', 'personal', 'definition']),
  /** The record that decides: the parent of a detail, the target of a run. */
  via: z.strictObject({ role: z.enum(['parent', 'target']), attribute: z.string(), type: contentType }).nullable(),
  /** Whether records have an owner. */
  owns: z.boolean(),
  /** Attributes that another feature owns. */
  fields: z.array(z.strictObject({ attribute: z.string(), feature: z.string() })),
  /** How far the binding goes; `observe` changes no answer and tells who would lose what. */
  mode: z.enum(['off', 'observe', 'enforce']),
  /** What whoever is no member gets: nothing, or what the host alone gives. */
  nonMembers: z.enum(['closed', 'strapi']),
  /** `closed`: the guard could not prove that it protects the type, which answers 503 until it can. */
  state: z.enum(['enforced', 'observed', 'off', 'closed']),
});

/** `GET /roster/bindings` (panel): what each feature governs. */
export const bindingsResponse = z.strictObject({ data: z.array(binding) });

export type BindingInfo = z.infer<typeof binding>;
