import { compileRules } from '../../server/src/features/assignment/domain/compile.ts';
import { every, partsOf } from '../../server/src/features/assignment/domain/parts.ts';
import { Slots } from '../../server/src/features/assignment/domain/reading.ts';
import { jsonLogicEngineOf, jsonRulesEngineOf } from './peers.mjs';
import { CATALOGUE } from './world.mjs';

const rosterOf = (rules) => {
  const { first, refused } = compileRules(rules, CATALOGUE);
  for (const error of refused.values()) throw error;
  return first;
};

/** The same conditions without an index: one compiled rule after the other. */
const scanOf = (rules) => {
  const slots = new Slots(CATALOGUE);
  const tests = rules.map(({ when }) => every(partsOf(when, slots).map(({ holds }) => holds)));
  return (record) => {
    const reading = slots.read(record);
    for (let rule = 0; rule < tests.length; rule += 1) if (tests[rule](reading)) return rule;
    return -1;
  };
};

/** Each makes of rules a function from a record to the index of the first that holds, or -1. */
export const CONTENDERS = { roster: rosterOf, scan: scanOf, jsonLogicEngine: jsonLogicEngineOf, jsonRulesEngine: jsonRulesEngineOf };
