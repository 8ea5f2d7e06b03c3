import { byFolder } from "./byFolder";

export default byFolder(import.meta.glob<object>("../../*/messages/fr.json", { eager: true, import: "default" }));
