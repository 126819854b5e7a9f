// Lets this process import the plugin's TypeScript as it is. Modules stay ES modules: calls across
// them cost what they cost in the built bundle.
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
