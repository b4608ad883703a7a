import { isDay } from '../model/dates.js'
import { dateField } from './datefield.js'
import { field, fill, h } from './dom.js'
import { problemBox } from './messages.js'

/** The day from which the register of a place is complete. @param {{save: (since: string) => Promise<void>}} context */
export function setupRegister({ t, format, save }, { id, fullName, registerSince }) {
  const day = dateField({ t, format, testid: `setup-since-${id}`, value: registerSince ?? '' })
  const problem = h('div')
  async function send(event) {
    event.preventDefault()
    if (!isDay(day.value)) return fill(problem, h('p', { class: 'hint hint-error', role: 'alert', text: t('setup.dayWrong') }))
    fill(problem)
    try {
      await save(day.value)
    } catch (error) {
      fill(problem, problemBox(error, t))
    }
  }
  return h(
    'form',
    { novalidate: true, on: { submit: send } },
    h(
      'div',
      { class: 'setup-register' },
      field(t('setup.since', { name: fullName }), day),
      h('button', { type: 'submit', class: 'button', testid: `setup-save-register-${id}`, text: t('setup.saveRegister') }),
    ),
    problem,
  )
}
