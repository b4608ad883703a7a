import {
  addPhoto,
  assignArea,
  loadHistory,
  loadIncident,
  loadIncidents,
  loadSteps,
  photoUrl,
  releaseArea,
  removePhoto,
  saveIncident,
} from '../api/incidents.js'
import { downloadForm, downloadReport, downloadSheet, loadReport, loadReportTexts, saveReportTexts } from '../api/reports.js'
import {
  addDocument,
  documentUrl,
  judgeCriterion,
  loadAreaYear,
  loadStatusYears,
  recordStep,
  removeDocument,
} from '../api/safetyyear.js'
import { loadFeatures, loadUnit, loadUnitsAbove, searchAreas } from '../api/territory.js'
import { toBody } from '../model/incidents.js'
import { areaPanel } from '../ui/areapanel.js'
import { incidentPanel } from '../ui/incidentpanel.js'
import { problemBox, textOf } from '../ui/messages.js'
import { queueNote } from '../ui/queuepanel.js'
import { movementPanel, roadPanel, teamPanel } from '../ui/objectpanels.js'
import { openForms } from '../ui/formsdialog.js'
import { openReport } from '../ui/reportdialog.js'
import { openSheet } from '../ui/sheetdialog.js'
import { assessmentYears } from './state.js'
import { createWithdrawal } from './withdrawal.js'

/** What of the page's state an area's panel speaks of. */
const AREA_QUESTIONS = ['place', 'from', 'to', 'day', 'year', 'asOf', 'theme', 'level']

/**
 * Shows what is selected in the panel.
 * @param {object} page t, format, session, store, panel, messages, getData, reload, goToArea, editIncident, view
 */
export function createSelection(page) {
  const { t, format, session, store, panel, messages } = page
  const years = assessmentYears(session)
  const context = {
    t,
    format,
    session,
    place: page.place,
    loadUnit,
    years: { load: loadAreaYear, statuses: loadStatusYears, judge: judgeCriterion, documentUrl, addDocument, removeDocument },
    loadIncidents,
    loadHistory,
    loadSteps,
    photos: { url: photoUrl, add: addPhoto, remove: removePhoto },
    announce: messages.announce,
    onRedraw: session.rights.changeBoundaries && ((kind, id, bbox) => page.drawing.change(kind, id, bbox)),
    bboxOf: (id) => page.scene.bboxOf(id),
    searchAreas,
    async loadAreas(day, communeId) {
      const { features } = await loadFeatures('residential-areas', { day, within: communeId })
      return features.map((feature) => feature.properties)
    },
    onOpenArea: (unit) => page.goToArea(unit),
    onOpenIncident: (incident) => store.set({ selected: `incident:${incident.id}` }),
    onReport: (area, period) =>
      openReport({
        t,
        format,
        session,
        area,
        period,
        api: { loadAbove: loadUnitsAbove, load: loadReport, loadTexts: loadReportTexts, saveTexts: saveReportTexts, download: downloadReport },
      }),
    onForms(area) {
      const { year, level } = store.get()
      openForms({ t, area: { id: area.id, fullName: area.fullName, level }, years, year, download: downloadForm })
    },
    onSheet(area, period) {
      const { theme, year, level, asOf } = store.get()
      openSheet({
        t,
        format,
        area: { id: area.id, fullName: area.fullName, level },
        years,
        chosen: { ...period, theme, year, asOf },
        download: downloadSheet,
      })
    },
    async onStatus(areaId, assessment, etag) {
      await recordStep(store.get().year, areaId, assessment, etag)
      messages.success(t('statusForm.saved'))
      areaAsked = null
      await page.reload()
      panel.toTop()
    },
  }
  const withdrawal = createWithdrawal(page, {
    show: (id) => store.get().selected === `incident:${id}` && showIncident(id, page.getData(), true),
  })
  let run = 0
  /** The incident in the panel, as drawn last. */
  let shown = null
  /** Its version as the server names it, and what the drawing came from. */
  let shownTag = null
  let drawnFrom = null
  /** The area in the panel and what was asked of it. */
  let areaAsked = null

  function showArea(id, data, focus) {
    const row = data.rows.find((entry) => entry.id === id)
    if (!row) return panel.close()
    const state = store.get()
    const asked = JSON.stringify([id, ...AREA_QUESTIONS.map((key) => state[key])])
    // What somebody is writing here stays when the same is loaded again; its version is looked at when it is stored.
    if (!focus && panel.kind === 'area' && panel.isTyped && asked === areaAsked) return
    areaAsked = asked
    const view = {
      period: state,
      boundaryDay: data.boundaryDay,
      year: state.year,
      years,
      asOf: state.asOf,
      onYear: (year) => store.set({ year }),
    }
    panel.show(
      {
        kind: 'area',
        title: row.fullName,
        subtitle: [row.kindLabel, row.parentName].filter(Boolean).join(' · '),
        focus,
      },
      areaPanel(context, row, view),
    )
  }

  function showRoad(id, data, focus) {
    const feature = data.roads.find((entry) => entry.id === id)
    if (!feature) return panel.close()
    const density = data.roadDensity?.areas.find((area) => String(area.id) === id) ?? null
    panel.show(
      { kind: 'road', title: feature.properties.name, subtitle: t('layer.road-segments'), focus },
      roadPanel(context, feature, density, { period: store.get() }),
    )
  }

  function showTeam(id, data, focus) {
    const feature = data.teams.find((entry) => entry.id === id)
    if (!feature) return panel.close()
    panel.show(
      { kind: 'team', title: feature.properties.name, subtitle: feature.properties.kindLabel ?? '', focus },
      teamPanel(context, feature),
    )
  }

  function showMovement(id, data, focus) {
    const entry = data.movement.find((each) => each.id === id)
    if (!entry) return panel.close()
    panel.show(
      { kind: 'movement', title: entry.title, subtitle: t('layer.movement'), focus },
      movementPanel(context, entry, store.get()),
    )
  }

  async function showIncident(id, data, focus) {
    const mine = ++run
    // What stands in the panel need not be of the period on view.
    const known = data?.incidents.find((entry) => entry.id === id) ?? (shown?.id === id ? shown : undefined)
    // Loaded again, as after each return of the network, the same is not drawn again: somebody may be answering its question.
    const stands = known && !focus && panel.kind === 'incident' && drawnFrom === look(known)
    const tag = stands ? shownTag : known && present(known, focus)
    try {
      const { body, etag } = await loadIncident(id)
      if (mine !== run || store.get().selected !== `incident:${id}`) return
      if (tag && known.version === body.version) tag.value = etag
      else present(body, focus && !known, etag)
    } catch (error) {
      // What waits on this device, or was read before, is still worth looking at without a network.
      if (tag && [0, 404].includes(error.status)) return
      if (mine !== run) return
      drawnFrom = null
      panel.show(
        { kind: 'incident', title: t('incident.title'), focus },
        problemBox(error, t, () => showIncident(id, data, focus)),
      )
    }
  }

  /** All that the panel of an incident is drawn from, as text to compare: its version, its areas, what waits of it. */
  function look(incident) {
    return JSON.stringify([
      [incident.id, incident.version, incident.commune?.id, incident.residentialArea?.id],
      [incident.queued, incident.problem?.detail, incident.photos, withdrawal.look(incident.id)],
    ])
  }

  /** @returns {{value: string|null}} the version on view, as the server names it; null until it has said so */
  function present(incident, focus, etag = null) {
    const tag = { value: etag }
    shownTag = tag
    drawnFrom = look(incident)
    const opens = panel.kind !== 'incident' || shown?.id !== incident.id
    shown = incident
    const write = async (step, words) => {
      const current = tag.value ?? (await loadIncident(incident.id)).etag
      const answer = await step(current)
      page.addMark(answer.body ?? (await loadIncident(incident.id)).body)
      messages.success(t(words))
      await page.reload()
      showIncident(incident.id, page.getData(), true)
    }
    const actions = {
      onEdit: () => page.editIncident(incident.id),
      async onWithdraw(reason) {
        await withdrawal.withdraw(incident, tag.value, reason)
      },
      onAssign: (areaId, reason) =>
        write((version) => assignArea(incident.id, areaId, version, reason), 'assign.saved'),
      onRelease: (reason) => write((version) => releaseArea(incident.id, version, reason), 'assign.released'),
      async onStep(change) {
        const current = tag.value ?? (await loadIncident(incident.id)).etag
        const { body } = await saveIncident(incident.id, toBody({ ...incident, ...change }, incident), current)
        page.addMark(body)
        // The panel itself shows it, where the next step is: a message would lie over it.
        messages.announce(t('step.saved', { state: t(`state.${body.state}`) }))
        await page.reload()
        showIncident(incident.id, page.getData(), true)
      },
      /** The version stays when photos change, so the panel is drawn anew at once. */
      async onPhotos() {
        const { body, etag: latest } = await loadIncident(incident.id)
        page.addMark(body)
        present(body, false, latest)
      },
    }
    panel.show(
      {
        kind: 'incident',
        title: incident.categoryName ?? t('incident.title'),
        subtitle: format.instant(incident.occurredAt),
        focus,
      },
      withdrawal.note(incident.id) ?? queueNote({ t }, incident),
      incidentPanel(context, incident, actions, { locked: withdrawal.locks(incident.id) }),
    )
    // On a phone the panel would lie over the very mark it speaks of.
    if (opens && Number.isFinite(incident.longitude)) page.view.keepInSight(incident.longitude, incident.latitude)
    return tag
  }

  return {
    /** @param {{focus?: boolean}} [options] */
    show({ focus = false } = {}) {
      const { selected } = store.get()
      const data = page.getData()
      const [kind, id] = selected?.split(/:(.*)/) ?? []
      if (['mark', 'table', 'draw'].includes(panel.kind)) return
      if (!selected) return panel.close({ silent: true })
      if (kind === 'incident') return showIncident(id, data, focus)
      if (!data) return
      try {
        if (kind === 'area') showArea(id, data, focus)
        if (kind === 'road') showRoad(id, data, focus)
        if (kind === 'team') showTeam(id, data, focus)
        if (kind === 'movement') showMovement(id, data, focus)
      } catch (error) {
        messages.error(textOf(error, t))
        throw error
      }
    },
  }
}
