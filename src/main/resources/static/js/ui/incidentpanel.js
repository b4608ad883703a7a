import { incidentSymbol } from '../map/pointlayer.js'
import { assignSection, needsArea } from './assignarea.js'
import { fill, h } from './dom.js'
import { facts, syntheticNote } from './facts.js'
import { icon } from './icons.js'
import { incidentPhotos } from './incidentphotos.js'
import { incidentSteps } from './incidentsteps.js'
import { problemBox } from './messages.js'
import { reasonField } from './reasonfield.js'

function occurredWords(format, { occurredAt, occurredUntil }) {
  return [occurredAt, occurredUntil].filter(Boolean).map(format.instant).join(' – ')
}

function redactedWords({ t, format }, { noteRedactedAt }) {
  return noteRedactedAt ? t('incident.noteRedacted', { time: format.instant(noteRedactedAt) }) : null
}

/** @returns {Array<[string, string|null]>} what a version of an incident says, in words */
export function incidentFacts({ t, format }, incident) {
  const area = [incident.residentialArea?.fullName, incident.commune?.fullName].filter(Boolean).join(', ')
  const several = (value) => (value === null || value === undefined ? null : format.count(value))
  return [
    [t('incident.category'), incident.categoryName ?? incident.category],
    [t('mark.severity'), incident.severityName ?? (incident.severity ? incident.severity : t('mark.unclassified'))],
    [t('incident.major'), incident.majorCase ? t('common.yes') : null],
    [t('incident.time'), occurredWords(format, incident)],
    [t('mark.reported'), incident.reportedAt ? format.instant(incident.reportedAt) : null],
    [t('incident.place'), area || null],
    [t('incident.road'), incident.roadSegment?.name ?? null],
    [
      t('incident.position'),
      Number.isFinite(incident.longitude)
        ? `${format.number(incident.longitude, 6)}; ${format.number(incident.latitude, 6)}`
        : null,
    ],
    [t('mark.accuracy'), incident.placeAccuracy ? t(`accuracy.${incident.placeAccuracy}`) : null],
    [t('mark.handling'), incident.handlingLevel ? t(`handling.${incident.handlingLevel}`) : null],
    [t('incident.state'), incident.state ? t(`state.${incident.state}`) : null],
    [t('mark.personsInvolved'), several(incident.personsInvolved)],
    [t('mark.dead'), several(incident.dead)],
    [t('mark.injured'), several(incident.injured)],
    [t('mark.damage'), several(incident.damageDong)],
    [t('mark.note'), incident.note ?? redactedWords({ t, format }, incident)],
  ]
}

/**
 * @param {object} context t, format, session, loadHistory, loadSteps
 * @param {object} incident
 * @param {{onEdit: () => void, onWithdraw: (reason: string|null) => Promise<void>, onStep: (change: object) => Promise<void>,
 *   onPhotos: () => Promise<void>, onAssign: (areaId: number, reason: string|null) => Promise<void>,
 *   onRelease: (reason: string|null) => Promise<void>}} actions
 * @param {{locked?: boolean}} [options] locked: it is about to be withdrawn, so it can only be looked at
 */
export function incidentPanel(context, incident, actions, { locked = false } = {}) {
  const { t, format, session, loadHistory } = context
  const { onEdit, onWithdraw, onStep, onPhotos } = actions
  const sign = h('span', { class: 'category-sign' })
  // Our own fixed drawing, no text of users.
  sign.innerHTML = incidentSymbol(incident.category, incident.majorCase, incident.state)
  const mayWrite = session.rights.markIncidents && !incident.withdrawn && !locked
  return [
    incident.synthetic && syntheticNote({ t }, t('incident.synthetic')),
    incident.withdrawn &&
      h('p', { class: 'notice notice-error' }, icon('info'), h('span', { text: t('incident.withdrawn') })),
    incident.nearBorder && !incident.assignedByHand && h('p', { class: 'hint hint-warning', text: t('incident.nearBorder') }),
    h('section', { class: 'panel-section incident-facts' }, sign, facts(incidentFacts({ t, format }, incident))),
    mayWrite && needsArea(incident) && assignSection(context, incident, actions),
    incidentSteps(context, incident, onStep, { locked }),
    session.features?.photos && incidentPhotos(context, incident, { mayWrite, onChanged: onPhotos }),
    mayWrite &&
      h(
        'div',
        { class: 'actions' },
        h(
          'button',
          { type: 'button', class: 'button', testid: 'incident-edit', on: { click: onEdit } },
          icon('edit'),
          t('incident.edit'),
        ),
        withdrawButton({ t }, incident, onWithdraw),
      ),
    session.rights.viewIncidentPoints &&
      historyFold({ t, format, loadHistory, mayWrite: session.rights.markIncidents }, incident),
  ]
}

function withdrawButton({ t }, incident, onWithdraw) {
  const reason = reasonField({ t, needed: incident.closed, testid: 'incident-withdraw-reason' })
  const host = h('div', { class: 'confirm' })
  const problem = h('div')
  const ask = () => {
    const cancel = h('button', {
      type: 'button',
      class: 'button',
      testid: 'incident-withdraw-cancel',
      text: t('common.cancel'),
      on: { click: () => (start(), host.querySelector('button').focus()) },
    })
    fill(
      host,
      h('p', { text: t('incident.withdrawAsk') }),
      incident.closed && reason.element,
      problem,
      h(
        'div',
        { class: 'actions' },
        cancel,
        h('button', {
          type: 'button',
          class: 'button button-danger',
          testid: 'incident-withdraw-confirm',
          text: t('incident.withdrawYes'),
          on: { click: run },
        }),
      ),
    )
    // The button that asked is gone.
    if (incident.closed) reason.focus()
    else cancel.focus()
  }
  const start = () =>
    fill(
      host,
      h('button', {
        type: 'button',
        class: 'button button-quiet',
        testid: 'incident-withdraw',
        text: t('incident.withdraw'),
        on: { click: ask },
      }),
    )
  const run = async () => {
    try {
      if (reason.missing()) {
        fill(problem, h('p', { class: 'notice notice-error', role: 'alert', text: t('reason.missing') }))
        return reason.focus()
      }
      await onWithdraw(reason.value())
    } catch (error) {
      fill(problem, problemBox(error, t))
    }
  }
  start()
  return host
}

/** Removing a note for good is for administrators, who see no incidents: they are given the id. */
function redactionHint({ t }, { id }) {
  const said = h('span', { class: 'muted', role: 'status' })
  const copy = h('button', {
    type: 'button',
    class: 'button',
    testid: 'incident-id-copy',
    text: t('incident.idCopy'),
    on: {
      async click() {
        await navigator.clipboard.writeText(id)
        said.textContent = t('incident.idCopied')
      },
    },
  })
  return h(
    'div',
    { class: 'stack' },
    h('p', { class: 'hint', text: t('incident.idWhy') }),
    // Not there on plain HTTP from another machine; the id can be marked and copied by hand.
    navigator.clipboard && h('div', { class: 'actions' }, copy, said),
  )
}

function historyFold({ t, format, loadHistory, mayWrite }, incident) {
  const list = h('div')
  const load = async () => {
    fill(list, h('p', { class: 'muted', text: t('common.loading') }))
    try {
      fill(list, h('ol', { class: 'history' }, (await loadHistory(incident.id)).map(entry)))
    } catch (error) {
      fill(list, problemBox(error, t, load))
    }
  }
  const entry = (version) =>
    h(
      'li',
      {},
      h(
        'details',
        {},
        h(
          'summary',
          {},
          h('strong', { text: t(`changed.${version.change}`) }),
          ` · ${format.instant(version.changedAt)} · ${version.changedBy ?? ''}`,
        ),
        version.reason && h('p', { class: 'quote', text: version.reason }),
        facts(incidentFacts({ t, format }, version.incident)),
      ),
    )
  const details = h(
    'details',
    { class: 'fold', testid: 'incident-history', on: { toggle: () => details.open && load() } },
    h('summary', { text: t('incident.history') }),
    list,
    // The one name of a record that stays: an administrator asks for it.
    h('p', { class: 'muted incident-id', text: t('incident.id', { id: incident.id }) }),
    mayWrite && redactionHint({ t }, incident),
  )
  return details
}
