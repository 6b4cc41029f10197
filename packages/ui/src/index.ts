/** Public names of the workbench toolkit. Import `@recourse/ui/theme.css` before anything else: it orders the layers. */
export {
  command,
  type ArgSchema,
  type Check,
  type Command,
  type CommandCall,
  type Contribution,
  type Fix,
  type Keybinding,
  type KeyWeight,
  type Lang,
  type MenuItem,
  type MenuName,
  type MessageArgs,
  type MessageKey,
  type Messages,
  type Outcome,
  type Problem,
  type RunResult,
  type Severity,
  type Slot,
  type View,
  type ViewComponent,
  type ViewProps,
  type Words,
} from "./contribution.ts";
export { parseWhen, when, type ReadKey, type When, type WhenError, type WhenResult } from "./when.ts";
export { createContextKeys, type ContextKeys } from "./context.ts";
export type { ExecResult } from "./commands.ts";
export {
  keyTable,
  matchKeys,
  parseKey,
  showKeys,
  strokeOf,
  type KeyError,
  type KeyResult,
  type KeyRow,
} from "./keybinding.ts";
export { createKeyboard, focusKind, type FocusKind, type Keyboard } from "./keyboard.ts";
export { createWorkbench, type RecentStore, type Workbench, type WorkbenchOptions } from "./workbench.ts";
export { fill, uiWord, uiWords, type UiKey } from "./words.ts";
export { createRoute, formatRoute, parseRoute, type Route, type RouteBinding, type RouteWindow } from "./route.ts";

export { tabId, type Groups, type Leaf, type Tab } from "./layout/groups.ts";
export { initialLayout, parseLayout, type LayoutState } from "./layout/layout-state.ts";
export type { Layout, OpenHow } from "./layout/layout.ts";
export { createShell, useShell, type SheetName, type Shell, type ShellOptions } from "./layout/shell.ts";
export { PROBLEMS_VIEW } from "./layout/shell.contribution.tsx";
export { WorkbenchShell } from "./layout/Workbench.tsx";

export { fuzzy, marked, type Match } from "./quickinput/fuzzy.ts";
export type { QuickItem, QuickProvider } from "./quickinput/provider.ts";
export type { QuickInput } from "./quickinput/quick.ts";
export { ProblemsView } from "./problems/ProblemsView.tsx";

export { AnnouncerRegion, createAnnouncer, Spoken, type Announcer } from "./primitives/Announcer.tsx";
export { Button, IconButton, type ButtonProps, type IconButtonProps } from "./primitives/Button.tsx";
export { Chip, type ChipProps, type ChipTone } from "./primitives/Chip.tsx";
export { Dialog, Sheet, type DialogProps } from "./primitives/Dialog.tsx";
export { EmptyState, type EmptyStateProps } from "./primitives/EmptyState.tsx";
export { Field, type FieldControl, type FieldProps } from "./primitives/Field.tsx";
export { Icon, type IconProps } from "./primitives/Icon.tsx";
export { MenuButton, type MenuButtonProps, type MenuEntry } from "./primitives/Menu.tsx";
export { bindModal, returnFocus } from "./primitives/modal.ts";
export { Row, Section, type RowProps, type RowTone, type SectionProps } from "./primitives/Row.tsx";
export { createToasts, pageTimer, ToastRegion, type Schedule, type Toast, type Toasts } from "./primitives/Toasts.tsx";
export { createTheme, parseTheme, THEMES, type Theme, type ThemeName, type ThemeStore } from "./theme/theme.ts";
