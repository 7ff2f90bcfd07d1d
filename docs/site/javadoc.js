// Puts the Javadoc that `./mvnw verify` has written beside the pages, one folder for each module.
import {cpSync, existsSync, writeFileSync, mkdirSync} from 'node:fs';
import {join} from 'node:path';

const root = new URL('../../', import.meta.url).pathname;
const api = new URL('dist/api/', import.meta.url).pathname;
const modules = ['handler-core', 'standalone', 'servlet-adapter', 'file-server', 'porting']
  .filter((module) => existsSync(join(root, module, 'target/reports/apidocs/index.html')));
if (modules.length === 0) {
  console.error('There is no Javadoc yet: run `npm run javadoc`.');
  process.exit(1);
}
mkdirSync(api, {recursive: true});
for (const module of modules) {
  cpSync(join(root, module, 'target/reports/apidocs'), join(api, module), {recursive: true});
}
writeFileSync(join(api, 'index.html'), `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Javadoc of Gangway</title>
<style>:root { color-scheme: light dark } body { font: 1em/1.6 system-ui, sans-serif; margin: 2em auto; max-width: 40em; padding: 0 1em; background: #fff; color: #222 }
a { color: #0550ae }
@media (prefers-color-scheme: dark) { body { background: #1b1b1f; color: #ddd } a { color: #8ab4f8 } }
</style>
</head>
<body>
<main>
<p><a href="../docs/index.html">The guides</a></p>
<h1>Javadoc</h1>
<ul>
${modules.map((module) => `<li><a href="${module}/index.html">${module}</a></li>`).join('\n')}
</ul>
</main>
</body>
</html>
`);
