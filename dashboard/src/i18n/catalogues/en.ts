import { byFolder } from "./byFolder";

export default byFolder(import.meta.glob<object>("../../*/messages/en.json", { eager: true, import: "default" }));
