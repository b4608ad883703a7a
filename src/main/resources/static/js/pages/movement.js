import {
  loadEntries,
  loadEntryHistory,
  loadRegisters,
  loadRegisterTables,
  loadSums,
  loadTeamHistory,
  loadTeams,
  lookAtRegisterTable,
  saveEntry,
  saveTeam,
  storeRegisterTable,
  takeRegisterTableBack,
  withdrawEntry,
} from '../api/movement.js'
import { whenSignInNeeded } from '../api/http.js'
import { loadSession, renewCsrf } from '../api/session.js'
import { loadUnit, searchAreas } from '../api/territory.js'
import { createTranslator } from '../i18n/index.js'
import { isDay } from '../model/dates.js'
import { createFormat } from '../model/format.js'
import { readMovementState, teamsAsRegister, writeMovementState } from '../model/movement.js'
import { newUuid } from '../model/uuid.js'
import { byId, fill, h } from '../ui/dom.js'
import { problemBox } from '../ui/messages.js'
import { openMovementEntry } from '../ui/movemententry.js'
import { showMovementFilter } from '../ui/movementfilter.js'
import { openMovementForm } from '../ui/movementform.js'
import { openMovementImport } from '../ui/movementimport.js'
import { movementTable, teamTable } from '../ui/movementlist.js'
import { openTeamForm } from '../ui/teamform.js'
import { openTeam } from '../ui/teamview.js'

const TEAMS = 'security-teams'
const SAID_FOR_MS = 12_000
const lang = document.documentElement.lang === 'en' ? 'en' : 'vi'
const t = createTranslator(lang)
const format = createFormat(lang)
let typing = false
// What is typed must not be lost to a session that has ended: the form itself says so.
whenSignInNeeded(() => typing || window.location.reload())

let session = null
let registers = []
let lists = null
let mayWrite = false
let state = null
let saidUntil = null
/** What is asked for last wins. */
let running = null

async function boot() {
  try {
    const [who, described] = await Promise.all([loadSession(), loadRegisters()])
    session = who
    registers = described.registers
    lists = described.teams
    mayWrite = described.mayWrite
    const keys = [...registers.map(({ register }) => register), TEAMS]
    state = readMovementState(window.location.search, { registers: keys, session, isDay })
    const unit = state.within ? await loadUnit(state.within).catch(() => null) : null
    showMovementFilter(byId('filter'), {
      t,
      format,
      session,
      registers: [...registers, { register: TEAMS, label: t('team.register') }],
      state,
      unit: unit && { id: unit.id, fullName: unit.fullName ?? unit.name },
      search: (text, signal) => searchAreas(text, state.to, { signal }),
      announce: say,
      onChange(change) {
        state = { ...state, ...change }
        window.history.replaceState(null, '', window.location.pathname + writeMovementState(state))
        show()
      },
    })
    await show()
  } catch (error) {
    fill(byId('problem'), problemBox(error, t, boot))
  }
}

const isTeams = () => state.register === TEAMS
const register = () => registers.find((each) => each.register === state.register)
const within = () => state.within ?? state.place

function say(text, action = null) {
  fill(
    byId('said'),
    h('span', { text }),
    action && h('button', { type: 'button', class: 'link-button', testid: 'movement-undo', text: action.label, on: { click: action.run } }),
  )
  clearTimeout(saidUntil)
  if (!action) saidUntil = setTimeout(() => fill(byId('said')), SAID_FOR_MS)
}

async function show() {
  running?.abort()
  const mine = new AbortController()
  running = mine
  byId('list').setAttribute('aria-busy', 'true')
  fill(byId('problem'))
  buttons()
  try {
    const content = await (isTeams() ? teams(mine.signal) : entries(mine.signal))
    if (running === mine) fill(byId('list'), content)
  } catch (error) {
    if (error.name === 'AbortError') return
    fill(byId('list'))
    fill(byId('problem'), problemBox(error, t, show))
  } finally {
    if (running === mine) byId('list').removeAttribute('aria-busy')
  }
}

async function entries(signal) {
  const asked = { from: state.from, to: state.to, within: within() }
  const about = register()
  const [page, sums] = await Promise.all([
    loadEntries(about.register, asked, null, { signal }),
    loadSums(about.register, asked, { signal }),
  ])
  if (!page.entries.length) return empty()
  const data = { entries: page.entries, next: page.next, sums }
  const draw = () =>
    movementTable(
      {
        t,
        format,
        onOpen: openEntry,
        async onMore() {
          try {
            const more = await loadEntries(about.register, asked, data.next)
            const first = more.entries[0]?.id
            data.entries = [...data.entries, ...more.entries]
            data.next = more.next
            fill(byId('list'), draw())
            focusRow(first)
          } catch (error) {
            fill(byId('problem'), problemBox(error, t))
          }
        },
      },
      about,
      data,
    )
  return draw()
}

async function teams(signal) {
  const found = await loadTeams({ day: state.to, within: within() }, { signal })
  if (!found.length) return empty()
  return [teamTable({ t, format, onOpen: openOneTeam }, found), h('p', { class: 'muted', text: t('team.onDay', { day: format.day(state.to) }) })]
}

/** Nothing on record is not the same as nothing done. */
function empty() {
  const values = { name: isTeams() ? t('team.register') : register().label, period: format.period(state) }
  return h(
    'div',
    { class: 'empty', testid: 'movement-empty' },
    h('p', {}, h('strong', { text: t(isTeams() ? 'team.empty' : 'movement.empty', { ...values, day: format.day(state.to) }) })),
    h('p', { class: 'muted', text: t('movement.emptyMeans') }),
    h('p', { text: t(mayWrite ? 'movement.emptyWrite' : 'movement.emptyRead') }),
  )
}

function buttons() {
  fill(
    byId('actions'),
    mayWrite &&
      h('button', {
        type: 'button',
        class: 'button button-primary',
        testid: 'movement-add',
        text: t(isTeams() ? 'team.add' : 'movement.add'),
        on: { click: () => (isTeams() ? editTeam(null) : editEntry(null)) },
      }),
    mayWrite &&
      h('button', { type: 'button', class: 'button', testid: 'movement-import-open', text: t('table.open'), on: { click: importTable } }),
    h('a', { class: 'map-link', href: `/?${new URLSearchParams({ ...(state.place && { place: state.place }), from: state.from, to: state.to, layers: MAP_LAYERS })}`, testid: 'movement-map', text: t('movement.openMap') }),
  )
}

const MAP_LAYERS = 'communes,villages,residential-blocks,security-teams,movement'

const mapAddress = ({ longitude, latitude }) =>
  `/?${new URLSearchParams({ ...(state.place && { place: state.place }), from: state.from, to: state.to, layers: MAP_LAYERS, view: `${longitude.toFixed(5)},${latitude.toFixed(5)},16` })}`

function focusRow(id) {
  document.querySelector(`#list tr[data-id="${id}"] button`)?.focus()
}

function openEntry(entry) {
  const about = register()
  openMovementEntry(
    {
      t,
      format,
      mayWrite,
      mapAddress,
      loadHistory: () => loadEntryHistory(about.register, entry.id),
      onEdit: () => editEntry(entry),
      async onWithdraw(reason) {
        await renewCsrf()
        await withdrawEntry(about.register, entry.id, reason, entry.version)
        await show()
        say(t('movement.withdrawn', { name: entry.title }))
      },
    },
    about,
    entry,
  )
}

/** What the forms share. A search without a day of its own is for the end of the period: the units of today may be others. */
const formContext = () => ({
  t,
  format,
  today: session.today,
  announce: say,
  search: (text, signal, day) => searchAreas(text, isDay(day) ? day : state.to, { signal }),
  onClose() {
    typing = false
  },
})

/** The most steps that lead from a unit of then to the one of now. */
const MOST_STEPS = 8

/** What the place on view was on the period's last day, where that is one unit; a form begins with it. */
async function usualUnit() {
  try {
    let unit = within() && (await loadUnit(within()))
    for (let step = 0; unit && unit.validTo && unit.validTo <= state.to && step < MOST_STEPS; step += 1)
      unit = unit.successors.length === 1 ? await loadUnit(unit.successors[0].id) : null
    return unit ? { id: unit.id, fullName: unit.fullName ?? unit.name } : null
  } catch {
    // Without it the field is empty, and the person chooses.
    return null
  }
}

async function editEntry(entry) {
  const about = register()
  const id = entry?.id ?? newUuid()
  const unit = entry ? null : await usualUnit()
  typing = true
  openMovementForm(
    {
      ...formContext(),
      async save(body, version) {
        await renewCsrf()
        return saveEntry(about.register, id, body, version)
      },
      async onSaved(saved) {
        await show()
        say(t(saved.firstDay > state.to ? 'movement.savedOutside' : 'movement.saved', { name: saved.title }))
        focusRow(saved.id)
      },
    },
    about,
    entry,
    unit,
  )
}

function openOneTeam(team) {
  openTeam({ t, format, mayWrite, mapAddress, loadHistory: () => loadTeamHistory(team.id), onEdit: () => editTeam(team) }, team, lists)
}

async function editTeam(team) {
  const unit = team ? null : await usualUnit()
  typing = true
  openTeamForm(
    {
      ...formContext(),
      async save(body, version) {
        await renewCsrf()
        return saveTeam(team?.id ?? null, body, version)
      },
      async onSaved(saved) {
        await show()
        say(t('movement.saved', { name: saved.name }))
        focusRow(saved.id)
      },
    },
    lists,
    team,
    unit,
  )
}

function importTable() {
  const about = isTeams() ? teamsAsRegister({ t, format }, lists) : register()
  typing = true
  openMovementImport(
    {
      t,
      format,
      async look(table) {
        await renewCsrf()
        return lookAtRegisterTable(about.register, table)
      },
      async onStore(look) {
        await renewCsrf()
        const stored = await storeRegisterTable(about.register, look.importId, look.ready)
        await show()
        say(t('import.stored', { count: format.count(stored.count), name: about.label }), {
          label: t('table.takeBack'),
          run: () => takeBack(about, look.importId),
        })
      },
      loadPast: () => loadRegisterTables(about.register),
      async takeBack(importId) {
        await renewCsrf()
        await takeRegisterTableBack(about.register, importId)
        await show()
      },
      onClose() {
        typing = false
      },
    },
    about,
  )
}

async function takeBack(about, importId) {
  try {
    await renewCsrf()
    const taken = await takeRegisterTableBack(about.register, importId)
    await show()
    say(t('import.takenBack', { count: format.count(taken.count) }))
  } catch (error) {
    fill(byId('problem'), problemBox(error, t))
  }
}

boot()
