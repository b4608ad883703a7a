import { loadAudit, verifyAudit } from '../api/audit.js'
import { whenSignInNeeded } from '../api/http.js'
import { redactNote } from '../api/incidents.js'
import { renewCsrf } from '../api/session.js'
import { createTranslator } from '../i18n/index.js'
import { createFormat } from '../model/format.js'
import { auditRow } from '../ui/auditrow.js'
import { dateField } from '../ui/datefield.js'
import { byId, field, fill, h } from '../ui/dom.js'
import { icon } from '../ui/icons.js'
import { problemBox } from '../ui/messages.js'
import { openRedaction } from '../ui/redaction.js'

const ACTIONS = [
  'incidents-shown',
  'data-exported',
  'report-exported',
  'report-text-written',
  'territory-imported',
  'boundaries-changed',
  'boundary-change-taken-back',
  'territory-import-taken-back',
  'drawing-stored',
  'drawing-taken-back',
  'incident-created',
  'incident-changed',
  'incident-withdrawn',
  'incident-assigned',
  'incident-redacted',
  'photo-added',
  'photo-removed',
  'category-changed',
  'status-recorded',
  'criterion-judged',
  'document-added',
  'document-read',
  'document-removed',
  'organization-written',
  'organization-status-recorded',
  'criterion-changed',
  'movement-created',
  'movement-changed',
  'movement-withdrawn',
  'movement-kind-changed',
  'security-team-written',
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'password-changed',
  'account-created',
  'account-changed',
  'password-reset',
  'sessions-ended',
  'token-created',
  'token-revoked',
  'second-factor-set',
  'second-factor-removed',
  'second-factor-reset',
  'recovery-codes-made',
  'recovery-code-used',
  'provider-linked',
  'provider-unlinked',
  'places-named',
  'backup-made',
  'backup-failed',
  'backup-restored',
  'trail-searched',
  'trail-verified',
]

const lang = document.documentElement.lang === 'en' ? 'en' : 'vi'
const t = createTranslator(lang)
const format = createFormat(lang)
whenSignInNeeded(() => window.location.assign('/login?expired'))

const from = dateField({ t, format, testid: 'audit-from' })
const to = dateField({ t, format, testid: 'audit-to' })
const username = h('input', { type: 'text', autocomplete: 'off', autocapitalize: 'none', testid: 'audit-username' })
const incident = h('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', testid: 'audit-incident' })
const action = h(
  'select',
  { class: 'select', testid: 'audit-action' },
  h('option', { value: '', text: t('audit.everything') }),
  ACTIONS.map((key) => h('option', { value: key, text: t(`audit.action.${key}`) })),
)
const form = byId('filter')
fill(
  form,
  field(t('audit.from'), from),
  field(t('audit.to'), to),
  field(t('audit.username'), username),
  field(t('audit.what'), action),
  field(t('audit.incident'), incident, { class: 'wide' }),
  h('button', { type: 'submit', class: 'button button-primary wide', testid: 'audit-search', text: t('audit.search') }),
)

// Another page can lead here with a question, as the list of categories does: #action=category-changed.
const asked = new URLSearchParams(window.location.hash.slice(1))
if (ACTIONS.includes(asked.get('action'))) action.value = asked.get('action')

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

let next = null
let shown = 0
let run = 0

async function show(cursor = null) {
  const mine = ++run
  const more = byId('more')
  more.disabled = true
  try {
    const page = await loadAudit({
      from: from.value,
      to: to.value,
      username: username.value.trim(),
      action: action.value,
      incidentId: incident.value.trim(),
      cursor,
    })
    if (mine !== run) return
    const rows = page.entries.map((entry) => auditRow({ t, format, onIncident: filterBy }, entry))
    if (cursor) byId('entries').append(...rows)
    else fill(byId('entries'), rows)
    shown = (cursor ? shown : 0) + rows.length
    next = page.next
    fill(byId('problem'))
    offerRedaction(incident.value.trim())
    byId('found').textContent = shown
      ? t(next ? 'audit.foundMore' : 'audit.found', { count: format.count(shown) })
      : t('audit.none')
    more.hidden = !next
    // The first of the new rows, so that the keyboard goes on where the eyes do.
    if (cursor && rows.length) rows[0].focus({ preventScroll: true })
  } catch (error) {
    if (mine === run) fill(byId('problem'), problemBox(error, t, () => show(cursor)))
  } finally {
    more.disabled = false
  }
}

/** An administrator sees no incidents: who has its id from an officer, or from the trail, can remove its note. */
function offerRedaction(id) {
  fill(
    byId('incident-tools'),
    UUID.test(id) && [
      h('p', { class: 'incident-id' }, `${t('redaction.incident')} `, h('code', { text: id })),
      h('button', {
        type: 'button',
        class: 'button button-outline-danger',
        testid: 'redaction-open',
        text: t('redaction.open'),
        on: { click: () => openRedaction({ t, format, redact, onDone: () => show() }, id) },
      }),
    ],
  )
}

async function redact(id, what) {
  await renewCsrf()
  return redactNote(id, what)
}

function filterBy(id) {
  incident.value = id
  show()
  byId('found').scrollIntoView({ block: 'center' })
}

async function verify() {
  const button = byId('verify')
  button.disabled = true
  fill(byId('chain'), h('p', { class: 'muted', text: t('audit.verifying') }))
  try {
    fill(byId('chain'), chainNotice(await verifyAudit()))
  } catch (error) {
    fill(byId('chain'), problemBox(error, t, verify))
  } finally {
    button.disabled = false
  }
}

function chainNotice({ intact, entries, seals, unsealed, firstBroken, newest }) {
  if (!intact)
    return h(
      'div',
      { class: 'notice notice-error', testid: 'audit-broken' },
      icon('warning'),
      h('p', {
        text: t('audit.broken', {
          seal: firstBroken.seal,
          first: firstBroken.firstEntry,
          last: firstBroken.lastEntry,
          at: format.instant(firstBroken.sealedAt),
        }),
      }),
    )
  return h(
    'div',
    { class: 'notice notice-success', testid: 'audit-intact' },
    icon('check'),
    h('p', {
      text: t('audit.intact', {
        entries: format.count(entries),
        seals: format.count(seals),
        unsealed: format.count(unsealed),
        hash: newest ? `${newest.seal}: ${newest.hash}` : '–',
      }),
    }),
  )
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  show()
})
byId('more').addEventListener('click', () => show(next))
byId('verify').addEventListener('click', verify)
show()
