import {existsSync, statSync} from 'node:fs';
import {dirname, relative, resolve} from 'node:path';

const PAGES = /^(README|CHANGELOG|CONTRIBUTING|SECURITY|RELEASING)\.md$|^docs\/.*\.md$|^examples\/README\.md$/;

/**
 * Leads links to files that are no pages (sources, folders, the licence) to the repository's address, or shows them as text if no
 * address is given.
 */
export function repositoryLinks(md, root, repository) {
  md.core.ruler.push('repository-links', (state) => {
    for (const block of state.tokens) {
      let plain = false;
      for (const token of block.children ?? []) {
        if (token.type === 'link_open') {
          const target = token.attrGet('href');
          const path = inRepository(target, state.env, root);
          plain = path !== null && !repository;
          if (path !== null && repository) {
            token.attrSet('href', `${repository}/${path}`);
          } else if (path === null && isFolder(target, state.env, root)) {
            token.attrSet('href', `${target.replace(/\/$/, '')}/`);
          } else if (path === null && /^(?![a-z]+:).*README\.md(#.*)?$/i.test(target)) {
            token.attrSet('href', target.replace('README.md', '') || './');
          }
        }
        if (plain && (token.type === 'link_open' || token.type === 'link_close')) {
          plain = token.type === 'link_open';
          token.tag = 'span';
          token.attrs = [];
          token.type = token.type === 'link_open' ? 'span_open' : 'span_close';
        }
      }
    }
  });
}

/** Tells whether a link leads to a folder of this repository; its page is its README. */
function isFolder(target, env, root) {
  const file = fileOf(target, env, root);
  return file !== null && existsSync(file) && statSync(file).isDirectory();
}

function fileOf(target, env, root) {
  if (/^[a-z]+:|^#|^\//i.test(target)) {
    return null;
  }
  const page = resolve(root, env.relativePath.replace(/index\.md$/, 'README.md'));
  return resolve(dirname(page), decodeURI(target.replace(/[#?].*/, '')));
}

/** Returns the path of a link's target from the root, or null if the target is a page, a picture or elsewhere. */
function inRepository(target, env, root) {
  const file = fileOf(target, env, root);
  if (file === null) {
    return null;
  }
  const path = relative(root, file);
  return PAGES.test(path) || PAGES.test(`${path}/README.md`) && isFolder(target, env, root) ? null : path;
}
