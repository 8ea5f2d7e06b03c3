import { byFolder } from "./byFolder";

export default byFolder(import.meta.glob<object>("../../*/messages/ru.json", { eager: true, import: "default" }));
