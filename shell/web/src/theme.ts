import type { ThemeConfig } from "antd";

/** The colours of the house. One accent; the four of a verdict are never used for anything else. */
export const colours = {
  accent: "#0b6b72",
  text: "#1c2730",
  textQuiet: "#4a5761",
  border: "#d5dce1",
  page: "#f4f6f7",
  surface: "#ffffff",
  pass: "#14703a",
  conditional: "#7d5200",
  fail: "#b3261e",
  undecided: "#4a5761",
} as const;

const FONT =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Noto Sans", sans-serif';

/**
 * The look of every Ant Design control: calm, and dense enough for a worksheet.
 *
 * @param coarse whether the reader points with a finger; controls are then 44 px high
 */
export function themeFor(coarse: boolean): ThemeConfig {
  return {
    hashed: false,
    token: {
      colorPrimary: colours.accent,
      colorLink: colours.accent,
      colorInfo: colours.accent,
      colorSuccess: colours.pass,
      colorWarning: "#a86a00",
      colorError: colours.fail,
      colorTextBase: colours.text,
      colorTextSecondary: colours.textQuiet,
      colorTextTertiary: "#596670",
      colorTextPlaceholder: "#6a7680",
      colorTextDisabled: "#6a7680",
      colorBorder: "#b4bfc7",
      colorBorderSecondary: colours.border,
      colorBgLayout: colours.page,
      fontFamily: FONT,
      fontSize: 14,
      borderRadius: 6,
      controlHeight: coarse ? 44 : 34,
      controlHeightSM: coarse ? 44 : 28,
      controlOutlineWidth: 3,
      controlOutline: "rgba(11, 107, 114, 0.28)",
      motionDurationMid: "0.12s",
      motionDurationSlow: "0.16s",
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: "none", defaultShadow: "none", fontWeight: 500 },
      Form: { itemMarginBottom: 16, verticalLabelPadding: "0 0 4px" },
    },
  };
}
