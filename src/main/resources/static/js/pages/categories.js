import { loadCategorySettings, saveCategory } from '../api/categories.js'
import { whenSignInNeeded } from '../api/http.js'
import { renewCsrf } from '../api/session.js'
import { createTranslator } from '../i18n/index.js'
import { openCategoryForm } from '../ui/categoryform.js'
import { categoryRow, scaleSection } from '../ui/categorytable.js'
import { byId, fill } from '../ui/dom.js'
import { problemBox } from '../ui/messages.js'

const lang = document.documentElement.lang === 'en' ? 'en' : 'vi'
const t = createTranslator(lang)
let list = { categories: [], scales: [] }
let typing = false
let saidUntil = null
const SAID_FOR_MS = 10_000
// What is typed must not be lost to a session that has ended: the form itself says so.
whenSignInNeeded(() => typing || window.location.assign('/login?expired'))

async function show() {
  try {
    list = await loadCategorySettings()
    fill(byId('categories'), list.categories.map((category) => categoryRow({ t, onEdit: open }, category)))
    fill(byId('scales'), list.scales.map((scale) => scaleSection({ t, lang }, scale, list.categories)))
    fill(byId('problem'))
    byId('add').disabled = false
  } catch (error) {
    fill(byId('problem'), problemBox(error, t, show))
  }
}

function say(text) {
  byId('said').textContent = text
  clearTimeout(saidUntil)
  saidUntil = setTimeout(() => (byId('said').textContent = ''), SAID_FOR_MS)
}

/** @param {object|null} category null for a new one */
function open(category) {
  typing = true
  say('')
  openCategoryForm(
    {
      t,
      lang,
      scales: list.scales,
      codes: list.categories.map(({ code }) => code),
      async save(code, body, version) {
        await renewCsrf()
        return saveCategory(code, body, version)
      },
      async onSaved({ code, nameVi, nameEn }) {
        await show()
        say(t('categories.saved', { name: lang === 'en' ? nameEn : nameVi }))
        // The list was drawn anew: the keyboard goes on where it was.
        document.querySelector(`tr[data-code="${code}"] button`)?.focus()
      },
      onClose() {
        typing = false
      },
    },
    category,
  )
}

byId('add').addEventListener('click', () => open(null))
show()
