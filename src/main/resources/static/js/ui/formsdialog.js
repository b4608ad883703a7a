import { openDialog } from './dialog.js'
import { field, fill, h } from './dom.js'
import { icon } from './icons.js'
import { problemBox } from './messages.js'
import { saveFile } from './savefile.js'

const OF_COMMUNE = ['proposal', 'decision', 'certificate']
const OF_AREA = ['certificate']
const FORMATS = ['docx', 'pdf']

/**
 * The papers of the title that an office signs, filled in from what is on record.
 * @param {{t: Function, area: {id: string, fullName: string, level: string}, years: number[], year: number, download: Function}} options
 */
export function openForms({ t, area, years, year, download }) {
  const answer = h('div', { 'aria-live': 'polite' })
  const options = (values, name) => values.map((value) => h('option', { value: String(value), text: name(value) }))
  const form = h(
    'select',
    { class: 'select', testid: 'forms-form' },
    options(area.level === 'communes' ? OF_COMMUNE : OF_AREA, (id) => t(id === 'certificate' && area.level === 'communes' ? 'forms.ownCertificate' : `forms.${id}`)),
  )
  const ofYear = h(
    'select',
    { class: 'select', testid: 'forms-year', value: String(year) },
    options(years, (value) => String(value)),
  )
  const kind = h(
    'select',
    { class: 'select', testid: 'forms-format' },
    options(FORMATS, (id) => t(`report.format.${id}`)),
  )
  const submit = h(
    'button',
    { type: 'submit', class: 'button button-primary', testid: 'forms-download' },
    icon('download'),
    t('forms.download'),
  )

  async function save(event) {
    event.preventDefault()
    submit.disabled = true
    fill(answer, h('p', { class: 'hint', text: t('export.working') }))
    try {
      const file = await download(area.id, form.value, kind.value, ofYear.value)
      saveFile(file)
      fill(
        answer,
        h(
          'p',
          { class: 'notice notice-success', testid: 'forms-done' },
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

  openDialog(
    { title: t('forms.title', { area: area.fullName }), t, testid: 'forms-dialog' },
    h(
      'form',
      { class: 'stack', on: { submit: save } },
      field(t('forms.which'), form),
      h('div', { class: 'two' }, field(t('controls.year'), ofYear), field(t('report.format'), kind)),
      h('p', { class: 'hint', text: t('forms.hint') }),
      area.level === 'communes' && h('p', { class: 'hint', text: t('forms.ownHint') }),
      answer,
      submit,
    ),
  )
}
