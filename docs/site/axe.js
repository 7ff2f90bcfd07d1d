// Looks at each page of the site with axe-core, light and dark, in a Chromium; fails for findings that are serious or critical.
import {createReadStream, existsSync, readdirSync, statSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join, normalize} from 'node:path';
import axe from 'axe-core';
import puppeteer from 'puppeteer-core';

const dist = new URL('dist/', import.meta.url).pathname;
const TYPES = {'.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2'};
const program = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (!program) {
  console.log('skipped: there is no Chromium; CHROMIUM names one');
  process.exit(0);
}

const server = createServer((request, response) => {
  let file = join(dist, normalize(decodeURI(new URL(request.url, 'http://h').pathname)));
  if (existsSync(file) && statSync(file).isDirectory()) {
    file = join(file, 'index.html');
  }
  if (!existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream'});
  createReadStream(file).pipe(response);
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const origin = `http://127.0.0.1:${server.address().port}/`;

const browser = await puppeteer.launch({executablePath: program, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']});
const page = await browser.newPage();
await page.setBypassCSP(true);
let serious = 0;
const pages = readdirSync(dist, {recursive: true}).filter((name) => name.endsWith('.html') && !/^api\/.+\//.test(name));
for (const name of pages) {
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
    await page.goto(origin + name, {waitUntil: 'load'});
    await page.evaluate(axe.source);
    const found = await page.evaluate(() => globalThis.axe.run(document, {resultTypes: ['violations']}));
    for (const violation of found.violations.filter((each) => ['serious', 'critical'].includes(each.impact))) {
      serious++;
      console.log(`${name}, ${scheme}: ${violation.id}, ${violation.help}`);
      violation.nodes.slice(0, 3).forEach((node) => console.log('   ', node.target.join(' '), node.html.slice(0, 160)));
    }
  }
}
await browser.close();
server.close();
console.log(`${pages.length} pages, light and dark: ${serious} serious findings`);
process.exit(serious === 0 ? 0 : 1);
