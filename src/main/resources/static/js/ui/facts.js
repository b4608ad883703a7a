import { h } from './dom.js'
import { icon } from './icons.js'

/** Says that what is shown was made up for the demonstration. */
export function syntheticNote({ t }, text) {
  return h('div', { class: 'notice notice-demo' }, icon('info'), h('p', { text: text ?? t('panel.synthetic') }))
}

/** @param {Array<[string, string|Node|null, string?]>} pairs label, value, test id; pairs without value are left out */
export function facts(pairs) {
  return h(
    'dl',
    { class: 'facts-list' },
    pairs
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([label, value, testid]) => h('div', {}, h('dt', { text: label }), h('dd', { testid }, value))),
  )
}
