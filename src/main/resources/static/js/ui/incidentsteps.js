import { higherLevels } from '../model/incidents.js'
import { field, fill, h, isPhone } from './dom.js'
import { problemBox } from './messages.js'
import { reasonField } from './reasonfield.js'

/**
 * The handling of an incident: where it stands, what may follow, and who did which step when.
 * @param {{t: Function, format: object, loadSteps: (id: string) => Promise<{steps: object[], next: string[]}>}} context
 * @param {object} incident
 * @param {(change: {state: string, handlingLevel: string, reason: string|null}) => Promise<void>} onStep
 * @param {{locked?: boolean}} [options] locked: no step is offered
 */
export function incidentSteps({ t, format, loadSteps }, incident, onStep, { locked = false } = {}) {
  const choices = h('div', { class: 'step-choices' })
  const past = h('ol', { class: 'steps' })
  const problem = h('div')

  async function load() {
    try {
      const { steps, next } = await loadSteps(incident.id)
      fill(problem)
      fill(past, steps.map(line))
      offer(locked ? [] : next)
    } catch (error) {
      fill(problem, problemBox(error, t, load))
    }
  }

  function line(step) {
    const who = [format.instant(step.changedAt), step.changedBy].filter(Boolean).join(' · ')
    return h(
      'li',
      {},
      h('strong', { text: t(`state.${step.state}`) }),
      ` · ${t(`handling.${step.handlingLevel}`)}`,
      h('span', { class: 'muted', text: who }),
      step.reason && h('span', { class: 'quote', text: step.reason }),
    )
  }

  function offer(next) {
    fill(
      choices,
      next.map((state) =>
        h('button', {
          type: 'button',
          class: 'button button-small',
          testid: `step-${state}`,
          text: t(incident.closed ? 'step.reopen' : `step.${state}`),
          on: { click: () => begin(state, next) },
        }),
      ),
    )
    choices.hidden = !next.length
  }

  /** The button that was pressed makes room for the form: the focus goes along, and comes back. */
  function begin(state, next) {
    const onCancel = () => (offer(next), choices.querySelector(`[data-testid="step-${state}"]`)?.focus())
    fill(choices, stepForm({ t, incident, state, onStep, onCancel }))
    // A field would call up the keyboard of a phone, over the form.
    choices.querySelector(isPhone() ? '[type=submit]' : 'select, textarea').focus({ preventScroll: isPhone() })
  }

  load()
  return h(
    'section',
    { class: 'panel-section', testid: 'incident-steps' },
    h(
      'div',
      { class: 'section-head' },
      h('h3', { text: t('step.title') }),
      h('span', { class: `tag state-${incident.state}`, testid: 'incident-state', text: t(`state.${incident.state}`) }),
    ),
    incident.state === 'not_a_case' && h('p', { class: 'hint', text: t('step.notCounted') }),
    choices,
    problem,
    past,
  )
}

function stepForm({ t, incident, state, onStep, onCancel }) {
  const transfer = state === 'transferred'
  const levels = higherLevels(incident.occurredAt)
  const level = h(
    'select',
    { class: 'select', testid: 'step-level', value: levels.includes(incident.handlingLevel) ? incident.handlingLevel : levels[0] },
    levels.map((key) => h('option', { value: key, text: t(`handling.${key}`) })),
  )
  const reason = reasonField({ t, needed: incident.closed, testid: 'step-reason' })
  const problem = h('div')
  const save = h('button', { type: 'submit', class: 'button button-primary', testid: 'step-save', text: t('step.save') })

  async function submit(event) {
    event.preventDefault()
    if (reason.missing()) {
      fill(problem, h('p', { class: 'notice notice-error', role: 'alert', text: t('reason.missing') }))
      return reason.focus()
    }
    save.disabled = true
    try {
      const handlingLevel = transfer ? level.value : incident.handlingLevel
      await onStep({ state, handlingLevel, reason: reason.value() })
    } catch (error) {
      fill(problem, problemBox(error, t))
    } finally {
      save.disabled = false
      // A button that cannot be pressed for a while loses the focus.
      if (document.activeElement === document.body) save.focus()
    }
  }

  return h(
    'form',
    { class: 'stack step-form', testid: 'step-form', novalidate: true, on: { submit } },
    h('p', { class: 'step-next', text: t('step.next', { state: t(`state.${state}`) }) }),
    transfer && field(t('step.level'), level),
    reason.element,
    problem,
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'button', class: 'button', text: t('common.cancel'), on: { click: onCancel } }),
      save,
    ),
  )
}
