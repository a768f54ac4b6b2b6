// Node.js reads a package's package.json for each of its modules, and that of drizzle-orm has 180 KB: over a second of
// every start. Its modules name one another by their files, which takes no package.json.
import { registerHooks } from 'node:module';

const inDrizzle = /\/node_modules\/drizzle-orm\/.*\.js$/;

registerHooks({
  resolve(specifier, context, next) {
    const { parentURL } = context;
    if (!/^\.{1,2}\/.*\.js$/.test(specifier) || !inDrizzle.test(parentURL ?? ''))
      return next(specifier, context);
    return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true };
  },
});
