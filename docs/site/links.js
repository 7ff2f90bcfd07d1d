// Checks the site that was built: every link and every fragment leads somewhere, and no page fetches anything from elsewhere.
import {existsSync, readFileSync, readdirSync, statSync} from 'node:fs';
import {dirname, extname, join, relative, resolve} from 'node:path';

const dist = new URL('dist/', import.meta.url).pathname;
const faults = [];
const idsOf = new Map();

/** Javadoc checks its own links when it is made. */
const pages = readdirSync(dist, {recursive: true}).filter((name) => name.endsWith('.html') && !/^api\/.+\//.test(name));

function ids(file) {
  if (!idsOf.has(file)) {
    idsOf.set(file, new Set([...readFileSync(file, 'utf8').matchAll(/\s(?:id|name)="([^"]+)"/g)].map((match) => match[1])));
  }
  return idsOf.get(file);
}

function check(page, address) {
  const [path, fragment] = address.split('#');
  let file = join(dist, page);
  if (path !== '') {
    file = path.startsWith('/') ? join(dist, decodeURI(path)) : resolve(dirname(join(dist, page)), decodeURI(path));
    if (existsSync(file) && statSync(file).isDirectory()) {
      file = join(file, 'index.html');
    } else if (!existsSync(file) && extname(file) === '') {
      file += '.html';
    }
  }
  if (!existsSync(file)) {
    faults.push(`${page}: nothing is at ${address}`);
  } else if (fragment && file.endsWith('.html') && !ids(file).has(decodeURIComponent(fragment))) {
    faults.push(`${page}: ${relative(dist, file)} has no #${fragment}`);
  }
}

for (const page of pages) {
  const html = readFileSync(join(dist, page), 'utf8');
  for (const [, tag, attributes] of html.matchAll(/<(a|link|script|img|iframe|source)\b([^>]*)>/g)) {
    const address = /\s(?:href|src)="([^"]*)"/.exec(attributes)?.[1].replaceAll('&amp;', '&');
    if (address === undefined || address === '' && tag === 'a') {
      continue;
    }
    if (/^(https?:)?\/\//.test(address)) {
      if (tag !== 'a') {
        faults.push(`${page}: <${tag}> fetches ${address}`);
      }
    } else if (!/^(mailto|data):/.test(address)) {
      check(page, address);
    }
  }
}

for (const name of readdirSync(dist, {recursive: true}).filter((file) => /^assets\/.*\.css$/.test(file))) {
  for (const [, address] of readFileSync(join(dist, name), 'utf8').matchAll(/url\(["']?((?:https?:)?\/\/[^)"']+)/g)) {
    faults.push(`${name}: fetches ${address}`);
  }
}

console.log(faults.join('\n') || `${pages.length} pages, all links lead somewhere, nothing comes from elsewhere`);
process.exit(faults.length === 0 ? 0 : 1);
