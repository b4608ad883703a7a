import { whenSignInNeeded } from '../api/http.js'
import { loadStatus } from '../api/status.js'
import { createTranslator } from '../i18n/index.js'
import { createFormat } from '../model/format.js'
import { byId, fill, h } from '../ui/dom.js'
import { icon } from '../ui/icons.js'
import { problemBox } from '../ui/messages.js'

const lang = document.documentElement.lang === 'en' ? 'en' : 'vi'
const t = createTranslator(lang)
const format = createFormat(lang)
const AGAIN_AFTER_MS = 30_000
const ICONS = { ok: 'check', notice: 'info', warning: 'warning' }
whenSignInNeeded(() => window.location.assign('/login?expired'))

async function show() {
  try {
    draw(await loadStatus())
    fill(byId('problem'))
  } catch (error) {
    // What was known stays on view, under what is wrong now; it asks again by itself.
    fill(byId('problem'), problemBox(error, t, show))
  }
}

function draw({ at, state, parts }) {
  const text = `${t(`status.all.${state}`)} ${t('status.at', { time: format.instant(at) })}`
  if (byId('all').textContent !== text) byId('all').textContent = text
  fill(byId('parts'), parts.map(part))
}

const part = ({ key, title, state, lines }) =>
  h(
    'section',
    { class: 'setup-card', data: { state }, testid: `status-${key}` },
    h('h2', {}, title, h('span', {}, icon(ICONS[state]), t(`status.state.${state}`))),
    lines.map((line) => h('p', { text: line })),
  )

fill(byId('again'), h('button', { type: 'button', class: 'button', testid: 'status-again', text: t('status.again'), on: { click: show } }))
show()
setInterval(() => document.visibilityState === 'visible' && show(), AGAIN_AFTER_MS)
