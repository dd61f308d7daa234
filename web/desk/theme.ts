import { palettes, scale } from "@ui/tokens";
import type { GlobalThemeOverrides } from "naive-ui";

/** Naive UI drawn with our tokens. */
export function themeOverrides(dark: boolean): GlobalThemeOverrides {
  const tone = dark ? palettes.dark : palettes.light;
  return {
    common: {
      fontFamily: scale.font,
      fontFamilyMono: scale.mono,
      fontSize: "14px",
      fontSizeSmall: "13px",
      fontSizeMedium: "13px",
      fontSizeTiny: "12px",
      lineHeight: "1.35",
      heightMedium: "32px",
      heightSmall: "28px",
      borderRadius: scale.radius,
      borderRadiusSmall: "4px",
      primaryColor: tone.brand,
      primaryColorHover: tone["brand-hover"],
      primaryColorPressed: tone["brand-hover"],
      primaryColorSuppl: tone.brand,
      infoColor: tone.brand,
      successColor: tone.green,
      warningColor: tone.amber,
      errorColor: tone.red,
      textColorBase: tone.ink,
      textColor1: tone.ink,
      textColor2: tone.ink,
      textColor3: tone["ink-2"],
      placeholderColor: tone["ink-2"],
      bodyColor: tone.paper,
      cardColor: tone.raised,
      modalColor: tone.raised,
      popoverColor: tone.raised,
      tableColor: tone.raised,
      tableHeaderColor: tone.paper,
      tableColorHover: tone.hover,
      inputColor: tone.raised,
      hoverColor: tone.hover,
      borderColor: tone.line,
      dividerColor: tone.line,
      boxShadow2: tone.shadow,
      cubicBezierEaseInOut: "ease",
    },
    DataTable: {
      thPaddingMedium: "8px 12px",
      tdPaddingMedium: "8px 12px",
      thFontWeight: "500",
      thTextColor: tone["ink-2"],
      fontSizeMedium: "13px",
      borderColor: tone.line,
    },
    Tooltip: { color: tone.ink, textColor: tone.paper },
    Progress: { railColor: tone.sunken },
  };
}
