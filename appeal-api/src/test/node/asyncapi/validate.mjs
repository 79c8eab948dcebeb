// Tells what the AsyncAPI Initiative's own parser finds wrong in a document, one finding a line, and ends with 1 for errors.
import { Parser } from '@asyncapi/parser';
import { readFileSync } from 'node:fs';

const ERROR = 0;
const { document, diagnostics } = await new Parser().parse(readFileSync(process.argv[2], 'utf8'));
const errors = diagnostics.filter(({ severity }) => severity === ERROR);
errors.forEach(({ path, message }) => console.log(`${path.join('.')}: ${message}`));
console.log(`${document?.channels().all().length ?? 0} channels`);
process.exit(errors.length === 0 && document ? 0 : 1);
