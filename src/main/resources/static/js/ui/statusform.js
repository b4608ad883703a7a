import { field, fill, h } from './dom.js'
import { problemBox } from './messages.js'

const SUBMITTED = ['registered', 'self_assessed', 'under_review', 'not_registered']
const DECIDED = ['recognised', 'not_recognised', 'not_considered', 'not_registered']

/**
 * Records a status of one area and year. Who submits and who decides are different people; the server has the last word.
 * @param {{t: Function, rights: object, status: string|null, year: number, onSave: (assessment: object) => Promise<void>}} options
 */
export function statusForm({ t, rights, status, year, onSave }) {
  const choices = [
    ...new Set([...(rights.submitAssessments ? SUBMITTED : []), ...(rights.decideAssessments ? DECIDED : [])]),
  ].filter((key) => key !== status)
  const problem = h('div')
  const select = h(
    'select',
    { class: 'select', testid: 'status-select', required: true },
    h('option', { value: '', text: t('statusForm.choose') }),
    choices.map((key) => h('option', { value: key, text: t(`status.${key}`) })),
  )
  const number = h('input', { type: 'text', maxlength: '60', autocomplete: 'off', testid: 'status-decision' })
  const note = h('textarea', { rows: '2', maxlength: '1000', testid: 'status-note' })
  const decision = field(t('statusForm.decision'), number, { hint: t('statusForm.decisionHint') })
  decision.hidden = true
  select.addEventListener('change', () => (decision.hidden = !['recognised', 'not_recognised'].includes(select.value)))
  const save = h('button', {
    type: 'submit',
    class: 'button button-primary',
    testid: 'status-save',
    text: t('statusForm.save'),
  })

  async function submit(event) {
    event.preventDefault()
    fill(problem)
    save.disabled = true
    try {
      const assessment = { status: select.value }
      if (!decision.hidden && number.value.trim()) assessment.decisionNumber = number.value.trim()
      if (note.value.trim()) assessment.note = note.value.trim()
      await onSave(assessment)
    } catch (error) {
      fill(problem, problemBox(error, t))
    } finally {
      save.disabled = false
    }
  }

  return h(
    'details',
    { class: 'fold', testid: 'status-form' },
    h('summary', { text: t('statusForm.title', { year }) }),
    h(
      'form',
      { class: 'stack', on: { submit } },
      field(t('statusForm.status'), select),
      decision,
      field(t('statusForm.note'), note, { hint: t('statusForm.noteHint') }),
      problem,
      h('div', { class: 'actions' }, save),
    ),
  )
}
