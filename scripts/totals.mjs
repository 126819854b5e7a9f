// The closing line of the last runs of all suites.
import { closingLine, reportedSuites, sum, totalsOf } from './lib/results.mjs';

console.log(closingLine(sum(reportedSuites().map(totalsOf))));
