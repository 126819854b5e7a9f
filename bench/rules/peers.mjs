import { LogicEngine } from 'json-logic-engine';
import jsonRulesEngine from 'json-rules-engine';

const { Engine } = jsonRulesEngine;

const contains = (text, part) => text.toLowerCase().includes(part.toLowerCase());
const startsWith = (text, part) => text.toLowerCase().startsWith(part.toLowerCase());

const OPERATORS = { equals: 'equal', in: 'in', above: 'greaterThan', atLeast: 'greaterThanInclusive', between: 'between', startsWith: 'startsWith', contains: 'has' };

const conditionOf = (when) => {
  if (when.all) return { all: when.all.map(conditionOf) };
  if (when.any) return { any: when.any.map(conditionOf) };
  return { fact: when.field, operator: OPERATORS[when.operator], value: when.value };
};

/** Facts are handed over flat: to look into a record, this engine would ask JSONPath, which is slower. */
const factsOf = (record) => ({ ...record, 'segment.name': record.segment.name, 'region.name': record.region.name });

/** A priority for each rule, and a stop at the first that holds: faster than asking all at once and taking the first. */
export const jsonRulesEngineOf = (rules) => {
  const engine = new Engine();
  engine.addOperator('between', (value, [from, to]) => value >= from && value <= to);
  engine.addOperator('startsWith', startsWith);
  engine.addOperator('has', contains);
  rules.forEach(({ when }, index) => {
    const condition = conditionOf(when);
    engine.addRule({ conditions: condition.all ? condition : { all: [condition] }, event: { type: 'match', params: { index } }, priority: rules.length - index });
  });
  engine.on('success', () => engine.stop());
  return async (record) => {
    const { events } = await engine.run(factsOf(record));
    return events[0]?.params.index ?? -1;
  };
};

const logicOf = (when) => {
  if (when.all) return { and: when.all.map(logicOf) };
  if (when.any) return { or: when.any.map(logicOf) };
  const { field, operator, value } = when;
  const found = { var: field };
  switch (operator) {
    case 'equals':
      return { '===': [found, value] };
    case 'above':
      return { '>': [found, value] };
    case 'atLeast':
      return { '>=': [found, value] };
    case 'between':
      return { '<=': [value[0], found, value[1]] };
    default:
      return { [operator]: [found, value] };
  }
};

/** Each rule a function of its own, asked one after the other: about as fast as all of them in one, which overflows the stack at 10,000 rules. */
export const jsonLogicEngineOf = (rules) => {
  const engine = new LogicEngine();
  const options = { sync: true, deterministic: true };
  engine.addMethod('startsWith', ([text, part]) => startsWith(text, part), options);
  engine.addMethod('contains', ([text, part]) => contains(text, part), options);
  const tests = rules.map(({ when }) => engine.build(logicOf(when)));
  return (record) => tests.findIndex((test) => test(record));
};
