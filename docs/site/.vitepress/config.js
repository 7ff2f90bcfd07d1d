import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {repositoryLinks} from './repository-links.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** The heading of a page is its name in the menu. */
function page(path) {
  const heading = /^# (.+)$/m.exec(readFileSync(join(root, path), 'utf8'));
  return {text: heading[1].replaceAll('`', ''), link: '/' + path.replace(/(README)?\.md$/, '')};
}

/** All pages of a folder, by name; a page that is new needs no line here. */
function pages(folder, except = []) {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md') && name !== 'README.md' && !except.includes(name))
    .map((name) => page(join(folder, name)));
}

const GUIDES = ['command-line', 'new', 'serve', 'servlet', 'testing', 'cgi', 'security', 'balancer', 'sight', 'shared-state', 'scale', 'packaging', 'performance', 'compare'];
const REFERENCE = ['differences', 'versions', 'rfc9112', 'hosts'];
const PROJECT = ['CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'RELEASING.md', 'examples/README.md'];
const BACK = {items: [{text: 'All guides', link: '/docs/'}]};
const guide = (name) => `docs/${name}.md`;
const there = (path) => existsSync(join(root, path));

export default {
  title: 'Gangway',
  description: 'Handlers in the style of Python\'s http.server, in Java, on any host',
  lang: 'en',
  base: process.env.BASE ?? '/',
  srcDir: '../..',
  outDir: 'dist',
  cacheDir: 'node_modules/.cache',
  srcExclude: ['**/node_modules/**', '**/target/**', '**/target-quick/**', '**/src/**', 'benchmarks/**', 'deploy/**'],
  rewrites: (id) => id.replace(/README\.md$/, 'index.md'),
  cleanUrls: false,
  // links.js looks at the result, and at fragments too.
  ignoreDeadLinks: true,
  head: [['link', {rel: 'icon', href: '/icon.svg'}]],
  markdown: {
    theme: {light: 'github-light-high-contrast', dark: 'github-dark-high-contrast'},
    // As on the forge, so that one fragment works in both places.
    anchor: {slugify: (text) => text.trim().toLowerCase().replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '').replace(/\s/g, '-')},
    attrs: {disable: true},
    config: (md) => repositoryLinks(md, root, process.env.REPOSITORY),
  },
  vite: {
    publicDir: resolve(root, 'docs/site/public'),
    // The pages lie outside of this folder, where no package is found.
    resolve: {alias: {vue: resolve(root, 'docs/site/node_modules/vue')}},
    build: {chunkSizeWarningLimit: 2000},
  },
  themeConfig: {
    nav: [
      {text: 'Guides', link: '/docs/'},
      {text: 'Porting', link: '/docs/porting'},
      {text: 'Javadoc', link: '/api/index.html', target: '_self'},
      {text: 'Changes', link: '/CHANGELOG'},
    ],
    // One menu a part: collapsed groups would nest a button in a button.
    sidebar: {
      '/docs/porting': [{text: 'Porting', items: [page('docs/porting.md'), ...pages('docs/porting')]}, BACK],
      '/docs/adr/': [{text: 'Decisions', items: pages('docs/adr')}, BACK],
      '/docs/figures/': [{text: 'Figures', items: there('docs/figures') ? pages('docs/figures') : []}, BACK],
      '/': [
        {text: 'Guides', items: [{text: 'Begin here', link: '/'}, ...GUIDES.map(guide).filter(there).map(page)]},
        {text: 'Reference', items: REFERENCE.map(guide).filter(there).map(page)},
        {text: 'More', items: [page('docs/porting.md'), page('docs/adr/README.md'), ...PROJECT.filter(there).map(page)]},
      ],
    },
    outline: [2, 3],
    search: {provider: 'local'},
  },
};
