import { openDialog } from './dialog.js'
import { fill, h } from './dom.js'
import { icon } from './icons.js'
import { problemBox } from './messages.js'
import { reasonField } from './reasonfield.js'

/**
 * Asks whether the note of an incident is to go for good, says what that means, and shows what was done.
 * @param {{t: Function, format: object, redact: (id: string, what: object) => Promise<object>, onDone: () => void}} context
 * @param {string} id of the incident
 */
export function openRedaction({ t, format, redact, onDone }, id) {
  const reason = reasonField({ t, needed: true, hint: t('redaction.reasonHint'), testid: 'redaction-reason' })
  const reasons = h('input', { type: 'checkbox', testid: 'redaction-reasons' })
  const photos = h('input', { type: 'checkbox', testid: 'redaction-photos' })
  const problem = h('div')
  const run = h(
    'button',
    { type: 'submit', class: 'button button-danger', testid: 'redaction-run' },
    t('redaction.run'),
  )
  const check = (input, key) =>
    h(
      'div',
      { class: 'field' },
      h('label', { class: 'check' }, input, h('span', { text: t(`redaction.${key}`) })),
      h('p', { class: 'hint', text: t(`redaction.${key}Hint`) }),
    )
  const points = ['goes', 'stays', 'backups'].map((key) => h('li', { text: t(`redaction.${key}`) }))
  const dialog = openDialog(
    { title: t('redaction.title'), t, testid: 'redaction-dialog', isTyped: () => Boolean(reason.value()) },
    h(
      'form',
      { class: 'stack', novalidate: true, on: { submit: send } },
      h('p', { class: 'incident-id' }, `${t('redaction.incident')} `, h('code', { text: id })),
      h('ul', { class: 'points' }, points),
      check(photos, 'photos'),
      check(reasons, 'reasons'),
      reason.element,
      problem,
      h(
        'div',
        { class: 'actions' },
        run,
        h('button', { type: 'button', class: 'button', text: t('common.cancel'), on: { click: () => dialog.close() } }),
      ),
    ),
  )
  const body = dialog.element.querySelector('.dialog-body')

  async function send(event) {
    event.preventDefault()
    if (reason.missing()) {
      fill(problem, h('p', { class: 'hint hint-error', role: 'alert', text: t('redaction.noReason') }))
      return reason.focus()
    }
    run.disabled = true
    try {
      show(await redact(id, { reason: reason.value(), reasons: reasons.checked, photos: photos.checked }))
      onDone()
    } catch (error) {
      fill(problem, problemBox(error, t))
      run.disabled = false
    }
  }

  function show({ noteRedactedAt, photosRemoved, photosLeft }) {
    const close = h('button', {
      type: 'button',
      class: 'button button-primary',
      testid: 'redaction-close',
      text: t('common.close'),
      on: { click: () => dialog.close() },
    })
    const lines = [
      t('redaction.done', { time: format.instant(noteRedactedAt) }),
      photosRemoved > 0 && t('redaction.photosRemoved', { count: format.count(photosRemoved) }),
      photosLeft > 0 && t('redaction.photosLeft', { count: format.count(photosLeft) }),
    ]
    fill(
      body,
      h(
        'div',
        { class: 'notice notice-success', role: 'status', testid: 'redaction-done' },
        icon('check'),
        h('div', {}, lines.filter(Boolean).map((text) => h('p', { text }))),
      ),
      h('p', { class: 'incident-id' }, `${t('redaction.incident')} `, h('code', { text: id })),
      h('div', { class: 'actions' }, close),
    )
    close.focus()
  }
}
