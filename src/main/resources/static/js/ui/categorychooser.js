import { incidentSymbol } from '../map/pointlayer.js'
import { field, fill, h } from './dom.js'

/** The rule of a grade with its source; one that nobody has checked against the full text says so. */
function ruleOf(t, grade) {
  return [
    h('p', { text: grade.rule }),
    h('p', { class: 'hint', text: t('mark.ruleSource', { source: grade.source }) }),
    !grade.verified && h('p', { class: 'hint hint-warning', text: t('mark.ruleUnverified') }),
  ]
}

/**
 * Category as large choices with the symbol of the map, and the severities that belong to it with their rules.
 * @param {{t: Function, categories: object[], category: string|null, severity: string|null, onChange: () => void}} options
 */
export function categoryChooser({ t, categories, category, severity, onChange }) {
  let code = category
  // What is no longer used can be kept, but not chosen.
  const choosable = categories.filter((entry) => entry.active !== false || entry.code === category)
  let level = severity ?? ''
  const severityHost = h('div', { class: 'severity' })
  const inputs = choosable.map((entry) =>
    h('input', {
      type: 'radio',
      name: 'category',
      value: entry.code,
      class: 'visually-hidden',
      testid: `mark-category-${entry.code}`,
      checked: entry.code === category,
      on: { change: () => choose(entry.code, '') },
    }),
  )

  const choices = choosable.map((entry, index) => {
    const sign = h('span', { class: 'category-sign' })
    // Our own fixed drawing, no text of users.
    sign.innerHTML = incidentSymbol(entry.code, false)
    const box = h('span', { class: 'option-box' }, sign, h('span', { text: entry.name }))
    return h('label', { class: 'option category' }, inputs[index], box)
  })

  function choose(nextCode, nextLevel) {
    code = nextCode
    level = nextLevel
    showSeverities()
    onChange()
  }

  function showSeverities() {
    const severities = categories.find((entry) => entry.code === code)?.severities ?? []
    if (!severities.length) return fill(severityHost)
    const rule = h('div', { class: 'severity-rule', testid: 'mark-severity-rule', 'aria-live': 'polite' })
    const options = [{ code: '', name: t('mark.unclassified') }, ...severities]
    const select = h(
      'select',
      { class: 'select', testid: 'mark-severity', value: level },
      options.map((entry) => h('option', { value: entry.code, text: entry.name })),
    )
    const tell = () => {
      const grade = severities.find((entry) => entry.code === level)
      fill(rule, grade ? ruleOf(t, grade) : h('p', { class: 'hint', text: t('mark.unclassifiedHint') }))
    }
    select.addEventListener('change', () => {
      level = select.value
      tell()
      onChange()
    })
    tell()
    fill(severityHost, field(t('mark.severity'), select), rule)
  }

  showSeverities()
  return {
    element: h(
      'fieldset',
      { class: 'group' },
      h('legend', { text: t('mark.category') }),
      h('div', { class: 'category-grid' }, choices),
      severityHost,
    ),
    /** @returns {{category: string|null, severity: string|null}} */
    values: () => ({ category: code ?? null, severity: level || null }),
    restore(draft) {
      for (const input of inputs) input.checked = input.value === draft.category
      code = draft.category ?? null
      level = draft.severity ?? ''
      showSeverities()
    },
  }
}
