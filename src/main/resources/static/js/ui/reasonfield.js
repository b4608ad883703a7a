import { findPersonalData } from '../model/notecheck.js'
import { field, fill, h } from './dom.js'

/**
 * Why something is changed: a closed incident asks for it, and it stays in the history.
 * @param {{t: Function, needed: boolean, testid: string, hint?: string}} options
 */
export function reasonField({ t, needed, testid, hint = needed ? t('reason.neededHint') : '' }) {
  const input = h('textarea', { rows: '2', maxlength: '500', testid, on: { input: check } })
  const warning = h('div', { 'aria-live': 'polite' })

  function check() {
    const found = findPersonalData(input.value).map((kind) => t(`mark.found.${kind}`))
    const text = found.length ? t('reason.personalData', { what: found.join(', ') }) : null
    fill(warning, text && h('p', { class: 'hint hint-warning', text }))
  }

  return {
    element: h(
      'div',
      { class: 'reason' },
      field(t(needed ? 'reason.needed' : 'reason.optional'), input, { hint }),
      warning,
    ),
    /** @returns {string|null} */
    value: () => input.value.trim() || null,
    set(reason) {
      input.value = reason ?? ''
      check()
    },
    missing: () => needed && !input.value.trim(),
    focus: () => input.focus(),
  }
}
