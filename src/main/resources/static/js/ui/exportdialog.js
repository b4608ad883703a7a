import { isDay } from '../model/dates.js'
import { dateField } from './datefield.js'
import { openDialog } from './dialog.js'
import { field, fill, h } from './dom.js'
import { icon } from './icons.js'
import { problemBox } from './messages.js'
import { saveFile } from './savefile.js'

const COLLECTIONS = [
  'residential-areas',
  'villages',
  'residential-blocks',
  'communes',
  'districts',
  'provinces',
  'road-segments',
  'incidents',
  'security-teams',
]
const KINDS = ['vn2000-tm3', 'vn2000-utm', 'vn2000-geographic', 'wgs84', 'wgs84-utm']

/**
 * Shapefile export: what, in which reference system, for which period.
 * @param {{t: Function, format: object, session: object, state: object, bbox: number[], placeSystem: string|null,
 *   loadSystems: () => Promise<object[]>, download: (collection: string, options: object) => Promise<{blob: Blob, fileName: string}>}} options
 */
export function openExport({ t, format, session, state, bbox, placeSystem, loadSystems, download }) {
  const answer = h('div', { 'aria-live': 'polite' })
  const choices = COLLECTIONS.filter((id) => id !== 'incidents' || session.rights.viewIncidentPoints)
  const collection = h(
    'select',
    { class: 'select', testid: 'export-collection', value: state.level },
    choices.map((id) => h('option', { value: id, text: t(`collection.${id}`) })),
  )
  const system = h('select', { class: 'select', testid: 'export-crs' })
  const from = dateField({ t, format, value: state.from, testid: 'export-from' })
  const to = dateField({ t, format, value: state.to, testid: 'export-to' })
  const boundary = dateField({ t, format, value: state.day ?? '', testid: 'export-boundary-day' })
  const onlyView = h('input', { type: 'checkbox', class: 'switch', testid: 'export-view-only' })
  const submitButton = h(
    'button',
    { type: 'submit', class: 'button button-primary', testid: 'export-download', disabled: true },
    icon('download'),
    t('export.download'),
  )

  async function fillSystems() {
    try {
      fill(system, groups(await loadSystems()))
      submitButton.disabled = false
      fill(answer)
    } catch (error) {
      fill(answer, problemBox(error, t, fillSystems))
    }
  }

  function groups(systems) {
    const text = (entry) =>
      [`${entry.name} (${entry.code})`, entry.provinces?.length ? entry.provinces.join(', ') : null]
        .filter(Boolean)
        .join(' – ')
    const option = (entry) => h('option', { value: entry.code, text: text(entry) })
    const own = systems.filter((entry) => entry.code === placeSystem)
    const rest = KINDS.map((kind) => [
      kind,
      systems.filter((entry) => entry.kind === kind && entry.code !== placeSystem),
    ])
    return [
      own.length ? h('optgroup', { label: t('export.ownSystem') }, own.map(option)) : null,
      rest.map(([kind, list]) => (list.length ? h('optgroup', { label: t(`crs.${kind}`) }, list.map(option)) : null)),
    ]
  }

  async function submit(event) {
    event.preventDefault()
    if (!isDay(from.value) || !isDay(to.value) || from.value > to.value)
      return fill(answer, h('p', { class: 'hint hint-error', role: 'alert', text: t('period.reversed') }))
    submitButton.disabled = true
    fill(answer, h('p', { class: 'hint', text: t('export.working') }))
    try {
      const file = await download(collection.value, {
        crs: system.value,
        from: from.value,
        to: to.value,
        boundaryDay: boundary.value,
        bbox: onlyView.checked ? bbox.map((value) => value.toFixed(6)).join(',') : null,
      })
      saveFile(file)
      fill(
        answer,
        h(
          'p',
          { class: 'notice notice-success', testid: 'export-done' },
          icon('check'),
          h('span', { text: t('export.done', { file: file.fileName }) }),
        ),
      )
    } catch (error) {
      fill(answer, problemBox(error, t))
    } finally {
      submitButton.disabled = false
    }
  }

  openDialog(
    { title: t('export.title'), t, testid: 'export-dialog' },
    h('p', { class: 'muted', text: t('export.intro') }),
    h(
      'form',
      { class: 'stack', on: { submit } },
      field(t('export.collection'), collection),
      field(t('export.system'), system, { hint: t('export.systemHint') }),
      h('div', { class: 'two' }, field(t('period.from'), from), field(t('period.to'), to)),
      field(t('period.boundaryDay'), boundary, { hint: t('period.boundaryHint') }),
      h('label', { class: 'layer' }, h('span', { class: 'layer-name', text: t('export.onlyView') }), onlyView),
      answer,
      h('div', { class: 'actions' }, submitButton),
    ),
  )
  fillSystems()
}
