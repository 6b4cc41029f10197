/** Typing of style sheets for the compiler: a CSS module is a map of class names. Types only. */
declare module "*.module.css" {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
