import { fill, h, newId } from './dom.js'

/**
 * A labelled field that can say what is wrong with it.
 * @param {string} label @param {HTMLElement} input @param {{hint?: string}} [options]
 * @returns {{element: HTMLElement, input: HTMLElement, hint: HTMLElement, setProblem: (text: string|null) => void}}
 */
export function checkedField(label, input, { hint = '' } = {}) {
  input.id ||= newId('field')
  const hintBox = h('p', { class: 'hint', id: newId('hint'), text: hint })
  const problem = h('p', { class: 'hint hint-error', id: newId('problem'), testid: `${input.dataset.testid}-problem` })
  input.setAttribute('aria-describedby', `${problem.id} ${hintBox.id}`)
  const element = h('div', { class: 'field' }, h('label', { for: input.id, text: label }), input, problem, hintBox)
  return {
    element,
    input,
    hint: hintBox,
    setProblem(text) {
      fill(problem, text)
      // It says the same once more, or what is of no interest now.
      hintBox.hidden = Boolean(text)
      if (text) input.setAttribute('aria-invalid', 'true')
      else input.removeAttribute('aria-invalid')
    },
  }
}
