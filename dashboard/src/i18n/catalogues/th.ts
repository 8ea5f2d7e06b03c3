import { byFolder } from "./byFolder";

export default byFolder(import.meta.glob<object>("../../*/messages/th.json", { eager: true, import: "default" }));
