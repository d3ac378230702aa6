// Pages and routes. A handler reads, calls the desk once, answers; a page is a struct and a
// template; every word comes from the catalogue.
