import { byFolder } from "./byFolder";

export default byFolder(import.meta.glob<object>("../../*/messages/de.json", { eager: true, import: "default" }));
