import { field, fill, h } from './dom.js'
import { problemBox } from './messages.js'
import { stepFacts } from './stepfacts.js'

/**
 * Records the next step of one area's year with its facts, or adds facts to the one that stands. Who submits and who
 * decides are different people; the server says which steps this account may take.
 * @param {{t: Function, format: object, area: object, onSave: (step: object) => Promise<void>}} options area: one area's year
 */
export function statusForm({ t, format, area, onSave }) {
  const problem = h('div')
  const factsBox = h('div', { class: 'stack' })
  let facts = stepFacts({ t, format }, '', area.level)
  const select = h(
    'select',
    { class: 'select', testid: 'status-select', required: true, on: { change: choose } },
    h('option', { value: '', text: t('statusForm.choose') }),
    area.nextSteps.map((key) => h('option', { value: key, text: t(`status.${key}`) })),
    area.mayJudge &&
      h('option', { value: area.status, text: t('statusForm.add', { status: t(`status.${area.status}`) }) }),
  )
  const note = h('textarea', { rows: '2', maxlength: '1000', testid: 'status-note' })
  const save = h('button', {
    type: 'submit',
    class: 'button button-primary',
    testid: 'status-save',
    text: t('statusForm.save'),
  })

  function choose() {
    facts = stepFacts({ t, format }, select.value, area.level)
    fill(factsBox, facts.elements)
    factsBox.hidden = !facts.elements.length
  }

  async function submit(event) {
    event.preventDefault()
    fill(problem)
    save.disabled = true
    try {
      const step = { status: select.value, ...facts.values() }
      if (note.value.trim()) step.note = note.value.trim()
      await onSave(step)
    } catch (error) {
      fill(problem, problemBox(error, t))
    } finally {
      save.disabled = false
    }
  }

  choose()
  return h(
    'details',
    { class: 'fold', testid: 'status-form' },
    h('summary', { text: t('statusForm.title', { year: area.year }) }),
    h(
      'form',
      { class: 'stack', on: { submit } },
      field(t('statusForm.status'), select),
      factsBox,
      field(t('statusForm.note'), note, { hint: t('statusForm.noteHint') }),
      problem,
      h('div', { class: 'actions' }, save),
    ),
  )
}
