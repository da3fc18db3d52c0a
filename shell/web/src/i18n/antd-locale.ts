import type { Locale } from "antd/es/locale";
import type { Language } from "./languages.ts";

/** The words of Ant Design's own controls and of the calendar; each language is its own small file, loaded when chosen. */
export async function antdLocale(language: Language): Promise<Locale> {
  const { default: locale } = await LOADERS[language]();
  return locale;
}

const LOADERS = {
  zh: () => both(import("antd/es/locale/zh_CN"), import("dayjs/locale/zh-cn")),
  en: () => both(import("antd/es/locale/en_GB"), import("dayjs/locale/en-gb")),
  vi: () => both(import("antd/es/locale/vi_VN"), import("dayjs/locale/vi")),
  id: () => both(import("antd/es/locale/id_ID"), import("dayjs/locale/id")),
  th: () => both(import("antd/es/locale/th_TH"), import("dayjs/locale/th")),
  ms: () => both(import("antd/es/locale/ms_MY"), import("dayjs/locale/ms")),
  km: () => both(import("antd/es/locale/km_KH"), import("dayjs/locale/km")),
  my: () => both(import("antd/es/locale/my_MM"), import("dayjs/locale/my")),
} satisfies Record<Language, () => Promise<{ default: Locale }>>;

async function both(locale: Promise<{ default: Locale }>, calendar: Promise<unknown>): Promise<{ default: Locale }> {
  const [found] = await Promise.all([locale, calendar]);
  return found;
}
