import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { ConfigProvider } from "antd";
import type { Locale } from "antd/es/locale";
import english from "antd/es/locale/en_US";
import { StrictMode, useEffect, useMemo, useState } from "react";
import { queryClient } from "./api/query-client.ts";
import { antdLocale } from "./i18n/antd-locale.ts";
import { useLanguage } from "./i18n/catalogue.ts";
import { router } from "./router.tsx";
import { themeFor } from "./theme.ts";
import { useMedia } from "./use-media.ts";

/** The platform in a browser: answers, look and language around the pages. */
export function App() {
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Look />
      </QueryClientProvider>
    </StrictMode>
  );
}

function Look() {
  const locale = useAntdLocale();
  const coarse = useMedia("(pointer: coarse), (max-width: 640px)");
  const theme = useMemo(() => themeFor(coarse), [coarse]);
  return (
    <ConfigProvider theme={theme} button={{ autoInsertSpace: false }} locale={locale}>
      <RouterProvider router={router} />
    </ConfigProvider>
  );
}

/**
 * The former language stays until the words of the new one have arrived. English, which the library brings along, is the
 * first: a locale that came only later would wrap the pages anew and do all their work twice.
 */
function useAntdLocale(): Locale {
  const { language } = useLanguage();
  const [locale, setLocale] = useState<Locale>(english);
  useEffect(() => {
    let current = true;
    void antdLocale(language).then((found) => current && setLocale(found));
    return () => {
      current = false;
    };
  }, [language]);
  return locale;
}
