import { createContext, useContext } from 'react';
import type { RuleType } from '../../../../contracts/http-rules';

export type RuleField = RuleType['fields'][number];

/** The fields that rules of the type may read: every part of a condition chooses from them. */
export const FieldsContext = createContext<readonly RuleField[]>([]);

export const useFields = (): readonly RuleField[] => useContext(FieldsContext);
