import { CHOICES } from '../../model/densityquestion.js'
import { field, h } from '../dom.js'
import { densityChoice } from './filter.js'

/** What the service takes where nothing else is asked for. */
const USUAL = { neighbours: '8', permutations: '99999', seed: '1' }
const NAMES = ['weights', 'compare', 'permutations', 'seed', 'correction', 'confidence']

/** For those who know statistics: who is a neighbour, where p comes from, what is corrected. Folded away for all others. */
export function advancedFields(page) {
  const { t, question, change } = page
  const fields = {
    weights: choice('weights', (value) => t(`density.weights.${value}`)),
    distanceM: number('distanceM', 1, 500000, t('density.distanceAuto')),
    neighbours: number('neighbours', 1, 50),
    compare: choice('compare', (value) => t(value ? `density.compared.${value}` : 'density.compared.auto')),
    inference: inference(),
    permutations: number('permutations', 99, 999999),
    seed: number('seed', 0, 999999999),
    correction: choice('correction', (value) => t(`density.correction.${value}`)),
    confidence: choice('confidence', (percent) => t('density.percent', { percent })),
  }
  showWhatApplies(question)
  const changed = NAMES.some((name) => question[name] && question[name] !== (CHOICES[name]?.[0] ?? USUAL[name]))
  return h(
    'details',
    { class: 'density-advanced', open: changed, testid: 'density-advanced' },
    h('summary', { testid: 'density-advanced-open', text: t('density.advanced') }),
    h('p', { class: 'muted small', text: t('density.advancedHint') }),
    h('div', { class: 'movement-filter density-filter' }, Object.values(fields)),
  )

  function showWhatApplies({ weights, permutations }) {
    fields.distanceM.hidden = weights !== 'distance'
    fields.neighbours.hidden = weights !== 'nearest'
    fields.permutations.hidden = permutations === '0'
    fields.seed.hidden = permutations === '0'
  }

  /** The question is asked anew, and only what belongs to it stays. */
  function ask(part) {
    showWhatApplies({ ...page.question, ...part })
    return change(part)
  }

  function choice(name, text) {
    return withHint(densityChoice({ ...page, change: ask }, name, CHOICES[name], text), name)
  }

  function withHint(element, name) {
    const hint = h('p', { class: 'hint', id: `hint-${name}`, text: t(`density.hint.${name}`) })
    element.querySelector('input, select').setAttribute('aria-describedby', hint.id)
    element.append(hint)
    return element
  }

  function number(name, min, max, placeholder = null) {
    const input = h('input', {
      type: 'number',
      inputmode: 'numeric',
      min: String(min),
      max: String(max),
      step: '1',
      placeholder,
      testid: `density-${name}`,
      value: question[name] || USUAL[name] || '',
      on: { change: () => input.reportValidity() && ask({ [name]: input.value === USUAL[name] ? '' : input.value }) },
    })
    if (question.permutations === '0' && name === 'permutations') input.value = USUAL.permutations
    return withHint(field(t(`density.${name}`), input), name)
  }

  /** No permutations at all is another way to p. */
  function inference() {
    const values = ['permutation', 'normal']
    const input = h(
      'select',
      { class: 'select', testid: 'density-inference', value: question.permutations === '0' ? 'normal' : 'permutation', on: { change: () => ask({ permutations: input.value === 'normal' ? '0' : '' }) } },
      values.map((value) => h('option', { value, text: t(`density.inference.${value}`) })),
    )
    return withHint(field(t('density.inference'), input), 'inference')
  }
}
