import { byFolder } from "./byFolder";

export default byFolder(import.meta.glob<object>("../../*/messages/es.json", { eager: true, import: "default" }));
