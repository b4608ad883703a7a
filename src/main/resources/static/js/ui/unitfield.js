import { h, newId } from './dom.js'
import { createSearch } from './search.js'

/**
 * A field that takes a unit, found by name or code.
 * @param {{t: Function, format: object, label: string, hint?: string, testid: string, announce: (text: string) => void,
 *   search: (text: string, signal: AbortSignal) => Promise<object[]>, onChange?: () => void,
 *   unit?: {id: number, fullName: string}|null}} options
 */
export function unitField({ t, format, label, hint = '', testid, announce, search, onChange = () => {}, unit = null }) {
  let chosen = unit
  const box = h('div', { class: 'search unit-search' })
  const { input } = createSearch(box, {
    t,
    format,
    announce,
    testid,
    label,
    placeholder: t('movement.unitPlaceholder'),
    search,
    onPick(area) {
      chosen = { id: area.id, fullName: area.fullName ?? area.name }
      element.querySelector('.hint-error').textContent = ''
      input.removeAttribute('aria-invalid')
      onChange()
    },
    onType() {
      const had = chosen
      chosen = null
      if (had && !input.value) onChange()
    },
  })
  input.id = newId('unit')
  input.removeAttribute('aria-label')
  input.value = unit?.fullName ?? ''
  const hintId = newId('hint')
  input.setAttribute('aria-describedby', hintId)
  const problem = h('p', { class: 'hint hint-error', testid: `${testid}-problem` })
  const element = h(
    'div',
    { class: 'field' },
    h('label', { for: input.id, text: label }),
    box,
    problem,
    h('p', { class: 'hint', id: hintId, text: hint }),
  )
  return {
    element,
    input,
    /** @returns {{id: number, fullName: string}|null} */
    get value() {
      return chosen
    },
    set value(next) {
      chosen = next
      input.value = next?.fullName ?? ''
    },
    setProblem(text) {
      problem.textContent = text ?? ''
      if (text) input.setAttribute('aria-invalid', 'true')
      else input.removeAttribute('aria-invalid')
    },
  }
}
