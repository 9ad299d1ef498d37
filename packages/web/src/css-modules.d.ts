declare module "*.module.css" {
  const classes: Readonly<Record<string, string>>;
  // eslint-disable-next-line tidbok/no-default-export -- what Vite makes of a module of styles
  export default classes;
}
declare module "*.css";
