import { z } from 'zod';
import { emailAddress, language, password, picture, timezone } from './person';

const token = z.string().min(20).max(200);
const doors = z.strictObject({ panel: z.boolean(), api: z.boolean() });
const MOST_DOMAINS = 50;

/** `PUT /roster/ways-in/domains` (panel): whose address lets him join by himself, and as what. */
export const domainJoiningRequest = z.strictObject({
  /** Of a company: none where anybody gets an address. In any letters; they are kept as mail names them. */
  domains: z.array(z.string().trim().min(1).max(253)).max(MOST_DOMAINS),
  isOn: z.boolean(),
  /** Key of the role that whoever joins gets. */
  role: z.string().min(1),
  /** Said in so many words where that role is an admin's. */
  confirmAdmin: z.literal(true).optional(),
});

/** `PUT /roster/ways-in/links` (panel): at which doors a mailed link signs in. */
export const signInLinksRequest = doors;

const domainJoining = z.strictObject({ domains: z.array(z.string()), isOn: z.boolean(), role: z.string() });

/** `GET /roster/ways-in` (panel). */
export const waysInResponse = z.strictObject({
  data: z.strictObject({
    domains: domainJoining,
    links: doors,
    /** Whether the site has said where a link of the API leads. */
    mayOpenApi: z.boolean(),
  }),
});

/** `GET …/roster/ways-in/open` (public): how somebody gets in at this door besides a password. */
export const openWaysResponse = z.strictObject({ data: z.strictObject({ join: z.boolean(), link: z.boolean() }) });

/** `POST …/roster/ways-in/join` and `…/links` (public). The answer is 202, whoever has the address. */
export const askForLinkRequest = z.strictObject({
  email: emailAddress,
  /** Of the mail. */
  language: language.optional(),
});

/** `POST …/roster/ways-in/join/preview` and `…/links/preview` (public). Takes nothing away from a link. */
export const previewLinkRequest = z.strictObject({ token });

export const joinPreviewResponse = z.strictObject({
  data: z.strictObject({
    email: z.string(),
    role: z.strictObject({ key: z.string(), label: z.record(z.string(), z.string()) }),
    doors,
    /** Whether a mailed link signs him in at each of these doors, so that a password is his to choose. */
    isPasswordOptional: z.boolean(),
    language: z.string().nullable(),
    expiresAt: z.string(),
  }),
});

/** `POST …/roster/ways-in/join/accept` (public): becomes a member. */
export const joinRequest = z.strictObject({ token, name: z.string().trim().min(1).max(191), timezone, language, password: password.optional(), picture: picture.optional() });

export const joinResponse = z.strictObject({ data: z.strictObject({ email: z.string(), doors }) });

export const linkPreviewResponse = z.strictObject({
  data: z.strictObject({
    email: z.string(),
    name: z.string(),
    /** Whether this browser asked for it. */
    isSameBrowser: z.boolean(),
    /** What the browser that did calls itself. */
    device: z.string().nullable(),
    expiresAt: z.string(),
  }),
});

/** `POST …/roster/ways-in/links/use` (public): signs in. */
export const useLinkRequest = z.strictObject({
  token,
  /** Said by whoever was shown which device asked for it, and goes on. */
  isConfirmed: z.literal(true).optional(),
});

/** A token for what follows; in the panel it comes in cookies as well. */
export const useLinkResponse = z.strictObject({ data: z.strictObject({ jwt: z.string(), refreshToken: z.string().optional() }) });

export type DomainJoining = z.infer<typeof domainJoining>;
export type DomainJoiningInput = z.infer<typeof domainJoiningRequest>;
export type SignInLinks = z.infer<typeof doors>;
export type WaysIn = z.infer<typeof waysInResponse>['data'];
export type OpenWays = z.infer<typeof openWaysResponse>['data'];
export type JoinPreview = z.infer<typeof joinPreviewResponse>['data'];
export type JoinInput = z.infer<typeof joinRequest>;
export type LinkPreview = z.infer<typeof linkPreviewResponse>['data'];
export type LinkSession = z.infer<typeof useLinkResponse>['data'];
