declare module "virtual:tokens.css";
declare module "virtual:tokens.css?inline" {
  const css: string;
  export default css;
}
