import { isDay } from '../model/dates.js'
import { dateField } from './datefield.js'
import { openDialog } from './dialog.js'
import { field, fill, h } from './dom.js'
import { icon } from './icons.js'
import { problemBox } from './messages.js'
import { saveFile } from './savefile.js'

const THEMES = ['density', 'per1000', 'count', 'status']
const SIZES = ['a4', 'a3']

/**
 * A map for printing: what it shows, for when, on which paper.
 * @param {{t: Function, format: object, area: {id: string, fullName: string, level?: string}, years: number[],
 *   chosen: {theme: string, from: string, to: string, year: number, asOf: string|null}, download: Function}} options
 */
export function openSheet({ t, format, area, years, chosen, download }) {
  const answer = h('div', { 'aria-live': 'polite' })
  const select = (testid, values, value) => h('select', { class: 'select', testid, value, on: { change } }, values)
  const theme = select(
    'sheet-theme',
    THEMES.map((id) => h('option', { value: id, text: t(`theme.${id}`) })),
    chosen.theme,
  )
  const level = select(
    'sheet-level',
    ['residential-areas', 'communes'].map((id) => h('option', { value: id, text: t(`level.${id}`) })),
    'residential-areas',
  )
  const size = select(
    'sheet-size',
    SIZES.map((id) => h('option', { value: id, text: id.toUpperCase() })),
    'a4',
  )
  const year = select(
    'sheet-year',
    years.map((value) => h('option', { value: String(value), text: String(value) })),
    String(chosen.year),
  )
  const from = dateField({ t, format, value: chosen.from, testid: 'sheet-from', onChange: change })
  const to = dateField({ t, format, value: chosen.to, testid: 'sheet-to', onChange: change })
  const days = h('div', { class: 'two' }, field(t('period.from'), from), field(t('period.to'), to))
  const yearRow = field(t('controls.year'), year)
  const asOfNote = h('p', { class: 'notice notice-warning', text: chosen.asOf && t('asOf.past', { day: format.day(chosen.asOf) }) })
  const submit = h(
    'button',
    { type: 'submit', class: 'button button-primary', testid: 'sheet-download' },
    icon('download'),
    t('sheet.download'),
  )

  function fault() {
    if (!isDay(from.value) || !isDay(to.value)) return t('period.incomplete')
    return from.value > to.value ? t('period.reversed') : null
  }

  function change() {
    const ofStatus = theme.value === 'status'
    yearRow.hidden = !ofStatus
    asOfNote.hidden = !ofStatus || !chosen.asOf
    days.hidden = ofStatus
    const wrong = !ofStatus && fault()
    submit.disabled = Boolean(wrong)
    fill(answer, wrong && h('p', { class: 'hint hint-error', role: 'alert', text: wrong }))
  }

  async function save(event) {
    event.preventDefault()
    submit.disabled = true
    fill(answer, h('p', { class: 'hint', text: t('export.working') }))
    try {
      const wanted = { theme: theme.value, level: level.value, size: size.value, from: from.value, to: to.value }
      const file = await download(area.id, theme.value === 'status' ? { ...wanted, ...wholeYear(), year: year.value, asOf: chosen.asOf } : wanted)
      saveFile(file)
      fill(
        answer,
        h(
          'p',
          { class: 'notice notice-success', testid: 'sheet-done' },
          icon('check'),
          h('span', { text: t('export.done', { file: file.fileName }) }),
        ),
      )
    } catch (error) {
      fill(answer, problemBox(error, t))
    } finally {
      submit.disabled = false
    }
  }

  const wholeYear = () => ({ from: `${year.value}-01-01`, to: `${year.value}-12-31` })

  openDialog(
    { title: t('sheet.title', { area: area.fullName }), t, testid: 'sheet-dialog' },
    h(
      'form',
      { class: 'stack', on: { submit: save } },
      field(t('controls.theme'), theme),
      yearRow,
      asOfNote,
      days,
      h('div', { class: 'two' }, area.level === 'communes' && field(t('controls.level'), level), field(t('sheet.size'), size)),
      h('p', { class: 'hint', text: t('sheet.hint') }),
      answer,
      submit,
    ),
  )
  change()
}
